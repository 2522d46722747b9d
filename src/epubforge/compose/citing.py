"""Citations of the whole book, and its bibliography, as the citation style has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

from epubforge.compose.guesses import Guesses
from epubforge.compose.names import Names, slug
from epubforge.compose.places import relative
from epubforge.compose.tree import ChapterNode
from epubforge.diagnostics import Diagnostic, Reporter, Rule, Severity
from epubforge.model.document import Citation
from epubforge.model.project import Project
from epubforge.source import Span

if TYPE_CHECKING:
    from epubforge.citations.library import Library
    from epubforge.citations.syntax import CitedItem

UNKNOWN_KEY = Rule(
    "B018",
    "unknown-citation-key",
    Severity.ERROR,
    """A citation names a work that the bibliography file does not have.

Why it matters
    The reader sees the bare key, and can look nothing up.
Bad
    [@siegelbuam1988, p. 3], where the key is siegelbaum1988
Good
    [@siegelbaum1988, p. 3]
""",
)
NOT_UNDERSTOOD = Rule(
    "B019",
    "citation-not-understood",
    Severity.WARNING,
    """A citation cannot be taken apart into works, each with one key.

Why it matters
    It stays in the book as it is written.
Bad
    [@ada @babbage]
Good
    [@ada; @babbage]
""",
)
NOT_SHOWN = Rule(
    "B020",
    "bibliography-not-shown",
    Severity.NOTE,
    """Works are cited, and nothing shows the bibliography.

Why it matters
    A reader meets names and years, and cannot look up what they mean; citations lead nowhere.
Bad
    [@ada] in a chapter, and {{bibliography}} in none
Good
    A chapter bibliography.md with the heading # Bibliography and {{bibliography}} below it
""",
)
NO_STYLE = Rule(
    "B021",
    "citation-style-unusable",
    Severity.ERROR,
    """The citation style that the settings name does not exist, or is no citation style.

Why it matters
    Citations are written in the style of the Chicago Manual instead.
Bad
    citation_style = "chicago-autor-date"
Good
    citation_style = "chicago-author-date"
Reference
    Styles are those of the Citation Style Language https://citationstyles.org/
""",
    configuration=True,
)

_FALLBACK = "chicago-author-date"
_BRACKETS = {"(": ")", "[": "]"}
_BETWEEN = re.compile(r"; |, ")


@dataclass(frozen=True, slots=True)
class Cited:
    """Every citation of the book as markup, and the bibliography."""

    texts: Mapping[tuple[str, int], tuple[str, tuple[str, ...]]] = field(default_factory=dict)
    """For a chapter's href and the citation's index its markup, and the keys that it names."""
    bibliography: tuple[tuple[str, str], ...] = ()
    anchors: Mapping[str, str] = field(default_factory=dict)
    """For each key the id of its line in the bibliography."""
    shown_at: str | None = None
    """The page that shows the bibliography."""
    numeric: bool = False

    def markup(self, chapter: str, index: int, page: str) -> str:
        """A citation as it has to be on the page of that href; it leads to the bibliography."""
        text, keys = self.texts[chapter, index]
        if self.shown_at is None or not keys or "<a " in text:
            return text
        hrefs = [relative(f"{self.shown_at}#{self.anchors[key]}", page) for key in keys]
        return _linked(text, hrefs)

    def list_markup(self, page_type: str, *, is_first: bool) -> str:
        """The bibliography in one line; empty where nothing is cited. Only the first has ids."""
        lines = "".join(
            f"<li{self._id(key, is_first)}>{entry}</li>" for key, entry in self.bibliography
        )
        if not lines:
            return ""
        typed = ' epub:type="bibliography" role="doc-bibliography"'
        attributes = "" if page_type == "bibliography" else typed
        kind = "bibliography numeric" if self.numeric else "bibliography"
        return f'<div class="{kind}"{attributes}><ul>{lines}</ul></div>'

    def _id(self, key: str, is_first: bool) -> str:
        return f' id="{self.anchors[key]}"' if is_first else ""


def cite_all(project: Project, nodes: Sequence[ChapterNode], out: Reporter) -> Cited:
    """All citations of the book in reading order, written as one.

    Reports what is wrong with the bibliography's files, B018 (unknown key), B019 (not
    understood), B020 (no bibliography is shown) and B021 (no such style).
    """
    found = [
        (node, index, citation)
        for node in nodes
        for index, citation in enumerate(node.document.outline.citations)
    ]
    if not project.bibliography:
        return Cited({(n.href, i): (_as_written(c), ()) for n, i, c in found})
    library = _library(project, out)
    shown_at = next((n.href for n in nodes if _shows_bibliography(n)), None)
    if found and shown_at is None:
        message = "works are cited, and nothing shows the bibliography"
        out.add(NOT_SHOWN.at(found[0][2].span, message, "write {{bibliography}} where it belongs"))
    guesses = Guesses()
    items = [_known(citation, library, guesses, out) for _, _, citation in found]
    return _written(project, library, found, items, shown_at, out)


def _written(
    project: Project,
    library: Library,
    found: Sequence[tuple[ChapterNode, int, Citation]],
    items: Sequence[tuple[CitedItem, ...]],
    shown_at: str | None,
    out: Reporter,
) -> Cited:
    from epubforge.citations.cite import Citation as Wanted
    from epubforge.citations.cite import cite

    wanted = [Wanted(known) for known in items if known]
    style = _style(project, out)
    made = cite(library, style, project.metadata.language, wanted)
    texts = iter(made.citations)
    names = Names()
    return Cited(
        {
            (node.href, index): (
                (next(texts), tuple(item.key for item in known))
                if known
                else (_as_written(citation), ())
            )
            for (node, index, citation), known in zip(found, items, strict=True)
        },
        made.bibliography,
        {key: f"ref.{names.give(slug(key), 'work')}" for key, _ in made.bibliography},
        shown_at,
        made.numeric,
    )


def _library(project: Project, out: Reporter) -> Library:
    from epubforge.citations.library import Library, read_library

    read = [read_library(source) for source in project.bibliography]
    for outcome in read:
        out.extend(outcome.found)
    return Library(
        {key: entry for outcome in reversed(read) for key, entry in outcome.value.entries.items()}
    )


def _style(project: Project, out: Reporter) -> str:
    """The style's name or text, if it can be used; else the default one's name."""
    from epubforge.citations.style import BrokenStyleError, UnknownStyleError, style_named

    file = project.citation_style_file
    place = project.citation_style_span or project.settings_file.span()
    wanted = file.text if file is not None else project.citation_style
    try:
        style_named(wanted)
    except UnknownStyleError as error:
        near = f"did you mean {error.near[0]}?" if error.near else f"write {_FALLBACK}"
        out.add(NO_STYLE.at(place, str(error), near))
        return _FALLBACK
    except BrokenStyleError as error:
        at = file.line_span(error.line) if file is not None else place
        out.add(NO_STYLE.at(at, str(error), "take the style from its publisher again"))
        return _FALLBACK
    return wanted


def _known(
    citation: Citation, library: Library, guesses: Guesses, out: Reporter
) -> tuple[CitedItem, ...]:
    """The works of a citation that the library has."""
    from epubforge.citations.syntax import parse_citation

    items = parse_citation(citation.text)
    if items is None:
        message = f"[{citation.text}] is not a list of works"
        hint = "divide works by ; and give each one @key"
        out.add(NOT_UNDERSTOOD.at(citation.span, message, hint))
        return ()
    for item in items:
        if item.key not in library.entries:
            out.add(_unknown(citation, item, guesses.near(item.key, library.entries)))
    return tuple(item for item in items if item.key in library.entries)


def _unknown(citation: Citation, item: CitedItem, near: str | None) -> Diagnostic:
    return UNKNOWN_KEY.at(
        _place_of(citation, item),
        f"the bibliography has no work {item.key}",
        hint=f"did you mean {near}?" if near else "add it to the bibliography's file",
    )


def _place_of(citation: Citation, item: CitedItem) -> Span:
    """The key with its `@`; the whole citation where the text was unfolded before."""
    span = citation.span
    for written in (f"@{item.key}", f"@{{{item.key}}}"):
        start = span.source.text.find(written, span.start, span.end)
        if start >= 0:
            return span.source.span(start, start + len(written))
    return span


def _as_written(citation: Citation) -> str:
    return escape(f"[{citation.text}]", quote=False)


def _shows_bibliography(node: ChapterNode) -> bool:
    return any(made.kind == "bibliography" for made in node.document.outline.lists)


def _linked(text: str, hrefs: Sequence[str]) -> str:
    """Each work of a citation leads to its own line; the brackets stay outside."""
    opening, closing = text[:1], text[-1:]
    if _BRACKETS.get(opening) != closing or len(text) < 3:
        opening = closing = ""
    inner = text[len(opening) : len(text) - len(closing)]
    return f"{opening}{''.join(_links(inner, hrefs))}{closing}"


def _links(inner: str, hrefs: Sequence[str]) -> Iterator[str]:
    pieces = inner.split("; ")
    if len(pieces) != len(hrefs):
        pieces = _BETWEEN.split(inner)
    if len(pieces) != len(hrefs):
        pieces, hrefs = [inner], hrefs[:1]
    at = 0
    for piece, href in zip(pieces, hrefs, strict=True):
        start = inner.index(piece, at)
        yield inner[at:start]
        yield f'<a role="doc-biblioref" epub:type="biblioref" href="{escape(href)}">{piece}</a>'
        at = start + len(piece)
