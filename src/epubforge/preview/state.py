"""What is shown of an edition, as the viewer reads it: one JSON object."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from epubforge.model.book import TocEntry
from epubforge.preview.editors import Editor
from epubforge.preview.locating import Located
from epubforge.preview.making import Findings
from epubforge.preview.proof import Leaf, Proof
from epubforge.preview.session import Session, Shown
from epubforge.report.excerpt import excerpt
from epubforge.report.json import finding_of
from epubforge.source import Span

Value = Mapping[str, object]

WORDS_A_MINUTE = 230
_WIDEST = 160
"""Characters of a source line that are shown."""
_MOST = 20
"""Findings that are told of a book that is stopped."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the viewer is told that is not of the book."""

    editor: Editor | None = None
    chapter: str | None = None
    """The page that is opened first, as the author names it."""
    can: Callable[[str], Mapping[str, bool]] = field(default=lambda edition: {})
    """What can be done with an edition."""


class Told:
    """Findings as the viewer reads them, written out once for all who ask."""

    def __init__(self, root: Callable[[], Path], editor: Editor | None) -> None:
        self._root = root
        self._editor = editor
        self._of: dict[str, tuple[Findings, list[Value]]] = {}

    def of(self, edition: str, found: Findings) -> list[Value]:
        """Those of an edition."""
        before = self._of.get(edition)
        if before is None or before[0] is not found:
            root = self._root()
            before = found, [finding_value(each, root, self._editor) for each in found]
            self._of[edition] = before
        return before[1]


def state_of(
    session: Session, edition: str, shown: Shown, around: Surroundings, told: Told
) -> Value:
    """All that is known of an edition but its bytes."""
    proof, root = shown.proof, session.maker.root
    fault = shown.fault
    return {
        "run": session.run,
        "revision": shown.revision,
        "project": session.maker.name,
        "root": root.as_posix(),
        "edition": edition,
        "editions": [
            {"name": each.name, "label": each.label, "layout": each.layout}
            for each in session.maker.editions()
        ],
        "chapter": chapter_named(proof, around.chapter) if proof and around.chapter else None,
        "editor": around.editor.template if around.editor else None,
        **(_of_proof(proof) if proof else _NOTHING),
        "findings": told.of(edition, shown.found),
        "error": None
        if fault is None
        else {
            "message": fault.message,
            "findings": [
                finding_value(each, root, around.editor) for each in _foremost(fault.found)
            ],
        },
        "can": dict(around.can(edition)),
    }


def _foremost(found: Sequence[Located]) -> Sequence[Located]:
    """What stops the book, and no more of it than can be read above a page."""
    return ([each for each in found if each.finding.rule.blocking] or found)[:_MOST]


def finding_value(located: Located, root: Path, editor: Editor | None) -> Value:
    """A finding as in a report, with its line and the block on the page that it is about."""
    finding = located.finding
    value = finding_of(finding)
    text, caret, address = None, None, None
    if isinstance(finding.place, Span):
        if finding.place.source.text:
            shown = excerpt(finding.place, _WIDEST, "utf-8")
            mark = shown.mark.lstrip()
            text, caret = shown.text, [len(shown.mark) - len(mark), len(mark)]
        if editor is not None:
            line, column = value["line"] or 1, value["column"] or 1
            address = editor.address(root / finding.place.source.path, line, column)
    return {
        **value,
        "href": located.href,
        "element": located.element,
        "excerpt": text,
        "caret": caret,
        "editor": address,
    }


_NOTHING: Value = {
    "title": "", "language": "en", "direction": "ltr", "layout": "reflowable", "viewport": None,
    "spread": "auto", "spine": [], "toc": [], "landmarks": [], "pages": [], "card": [],
    "stats": {"words": 0, "minutes": 0, "pictures": [], "bytes": 0},
}  # fmt: skip


def _of_proof(proof: Proof) -> Value:
    frame = proof.rendition
    return {
        "title": proof.title,
        "language": proof.language,
        "direction": proof.direction,
        "layout": proof.layout,
        "viewport": {"width": frame.width, "height": frame.height} if frame else None,
        "spread": frame.spread if frame else "auto",
        "spine": [
            {
                "href": page.leaf.href,
                "title": page.title,
                "linear": page.linear,
                "properties": list(page.properties),
                "digest": page.leaf.digest,
                "bytes": page.leaf.size,
                "words": page.leaf.words,
            }
            for page in proof.spine
        ],
        "toc": _toc(proof.toc),
        "landmarks": [
            {"title": mark.title, "type": mark.epub_type, "href": mark.href}
            for mark in proof.landmarks
        ],
        "pages": [{"title": mark.label, "href": mark.href} for mark in proof.pages],
        "stats": _stats(proof),
        "card": proof.card.sections if proof.card else [],
    }


def _toc(entries: Sequence[TocEntry]) -> list[Value]:
    return [
        {"title": each.title, "href": each.href, "children": _toc(each.children)}
        for each in entries
    ]


def _stats(proof: Proof) -> Value:
    words = sum(page.leaf.words for page in proof.spine)
    pictures = [leaf for leaf in proof.leaves.values() if leaf.media_type.startswith("image/")]
    pictures.sort(key=lambda leaf: -leaf.size)
    return {
        "words": words,
        "minutes": round(words / WORDS_A_MINUTE),
        "pictures": [_picture(leaf) for leaf in pictures],
        "bytes": sum(leaf.size for leaf in proof.leaves.values()),
    }


def _picture(leaf: Leaf) -> Value:
    width, height = leaf.pixels or (None, None)
    return {"href": leaf.href, "bytes": leaf.size, "width": width, "height": height}


def chapter_named(proof: Proof, named: str) -> str | None:
    """The page of a chapter by the path or name of its file, by its href, or by its title."""
    wanted = named.replace("\\", "/").removeprefix("./").casefold()
    for page in proof.spine:
        origin = page.leaf.origin
        path = origin.source.path.casefold() if origin else ""
        names = {path, path.rpartition("/")[2], path.rpartition("/")[2].rpartition(".")[0]}
        names |= {page.leaf.href.casefold(), page.title.casefold()}
        if wanted in names or (path and path.endswith(f"/{wanted}")):
            return page.leaf.href
    return None
