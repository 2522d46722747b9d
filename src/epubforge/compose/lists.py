"""Lists that the book makes: contents, figures, plates, credits, index, bibliography, ..."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby

from epubforge.compose.back_index import Index
from epubforge.compose.citing import Cited
from epubforge.compose.numbering import Numbers, caption_label
from epubforge.compose.places import Places, relative
from epubforge.compose.plate_credits import credit_lines
from epubforge.compose.plate_names import NameKind, named
from epubforge.compose.scripts import isolated
from epubforge.compose.tree import ChapterNode
from epubforge.diagnostics import Reporter, Rule, Severity
from epubforge.language.labels import labels
from epubforge.model.book import Chapter, Page, Plate, TocEntry, plates_of
from epubforge.model.document import ListKind, NumberedKind, Slot, SlotKind

EMPTY_LIST = Rule(
    "B016",
    "made-list-empty",
    Severity.WARNING,
    """A list that the book should make has nothing to show.

Why it matters
    The reader comes to a heading with nothing below it.
Bad
    {{figures}}, in a book whose pictures have no captions
Good
    {{figures}}, and ![Ada at her desk](ada.jpg "Ada at her desk, 1843")
""",
)

_LACKING: dict[ListKind, tuple[str, str]] = {
    "contents": ("the contents have no line", "take it out"),
    "figures": ("no figure of the book has a caption", 'write ![…](x.jpg "caption")'),
    "tables": ("no table of the book has a caption", "write : caption after a table"),
    "plates": ("the book has no plates", "name their folder in [plates], or take it out"),
    "credits": ("no plate has a credit", "fill the column credit of the caption table"),
    "people": ("no plate names anybody", "fill the column people of the caption table"),
    "places": ("no plate names its place", "fill the column place of the caption table"),
    "index": ("nothing is marked for the index", "write {{index term}} where it is spoken of"),
    "bibliography": ("nothing is cited", "write [@key], or take it out"),
}
_KINDS: dict[ListKind, NumberedKind] = {"figures": "figure", "tables": "table"}


@dataclass(frozen=True, slots=True)
class MadeLists:
    """All that the lists of a book are made from."""

    nodes: Sequence[ChapterNode]
    pages: Sequence[Page]
    toc: Sequence[TocEntry]
    numbers: Numbers
    places: Places
    index: Index
    cited: Cited

    def filled(self, out: Reporter) -> tuple[Page, ...]:
        """The pages, with the lists in those chapters that ask for them. Reports B016."""
        nodes = {node.href: node for node in self.nodes}
        return tuple(
            self._with_lists(page, page.content, nodes[page.href], out)
            if isinstance(page.content, Chapter) and page.content.document.outline.lists
            else page
            for page in self.pages
        )

    def _with_lists(self, page: Page, chapter: Chapter, node: ChapterNode, out: Reporter) -> Page:
        texts = dict(chapter.texts)
        for index, wanted in enumerate(node.document.outline.lists):
            made = self._made(wanted.kind, node, index)
            if not made:
                reason, hint = _LACKING[wanted.kind]
                message = f"{{{{{wanted.kind}}}}} has nothing to show: {reason}"
                out.add(EMPTY_LIST.at(wanted.span, message, hint))
            texts[Slot(SlotKind.LIST, index)] = made
        return replace(page, content=replace(chapter, texts=texts))

    def _made(self, kind: ListKind, node: ChapterNode, index: int) -> str:
        match kind:
            case "contents":
                return _contents(self.toc, node, kind)
            case "figures" | "tables":
                return _list(kind, self._captions(_KINDS[kind], node))
            case "plates":
                return _list(kind, self._plates(node))
            case "credits":
                return _list(kind, self._credits(node))
            case "people" | "places":
                return self._names(kind, node)
            case "index":
                return self.index.markup(node, is_first=self._is_first(kind, node, index))
            case "bibliography":
                is_first = self._is_first(kind, node, index)
                return self.cited.list_markup(node.type.name, is_first=is_first)

    def _is_first(self, kind: ListKind, node: ChapterNode, index: int) -> bool:
        """Only the first list of a kind has ids that links lead to."""
        wanted = (
            (other.href, at)
            for other in self.nodes
            for at, made in enumerate(other.document.outline.lists)
            if made.kind == kind
        )
        return next(wanted) == (node.href, index)

    def _captions(self, kind: NumberedKind, node: ChapterNode) -> Iterator[str]:
        for other in self.nodes:
            things = zip(other.document.outline.numbered, self.numbers[other.href], strict=True)
            for thing, number in things:
                if thing.kind == kind:
                    href = relative(self.places.href(other, thing.id), node.href)
                    label = caption_label(thing, number, node.language)
                    own = other.language if other.language != node.language else ""
                    yield _link(href, thing.caption, label, own)

    def _plates(self, node: ChapterNode) -> Iterator[str]:
        """A line for each plate; those of a group below the line that names it."""
        for group, plates in groupby(plates_of(self.pages), key=_group):
            lines = [self._plate(plate, node) for plate in plates]
            if group:
                yield f"{isolated(group)}<ol>{_items(lines)}</ol>"
            else:
                yield from lines

    def _plate(self, plate: Plate, node: ChapterNode) -> str:
        own = labels(node.language)["plate"].format(plate.number)
        return _link(relative(plate.href, node.href), plate.markup.text, own)

    def _credits(self, node: ChapterNode) -> Iterator[str]:
        for line in credit_lines(plates_of(self.pages), node.language):
            links = (_link(relative(first.href, node.href), said) for said, first in line.stretches)
            yield f'<span class="credit">{line.markup}</span>: {", ".join(links)}'

    def _names(self, kind: NameKind, node: ChapterNode) -> str:
        shown = named(plates_of(self.pages), kind, node.language)
        return Index((), self.places, {}, shown).markup(node, is_first=False, kind=kind)


def _list(kind: ListKind, lines: Iterator[str]) -> str:
    items = _items(lines)
    return f'<ol class="made-list list-of-{kind}">{items}</ol>' if items else ""


def _items(lines: Iterable[str]) -> str:
    return "".join(f"<li>{line}</li>" for line in lines)


def _group(plate: Plate) -> str:
    return plate.caption.group if plate.caption else ""


def _contents(toc: Sequence[TocEntry], node: ChapterNode, kind: ListKind) -> str:
    items = _lines(toc, node)
    return f'<ol class="made-list list-of-{kind}">{items}</ol>' if items else ""


def _lines(lines: Sequence[TocEntry], node: ChapterNode) -> str:
    return "".join(f"<li>{_line(line, node)}{_nested(line.children, node)}</li>" for line in lines)


def _line(line: TocEntry, node: ChapterNode) -> str:
    language = line.language if line.language != node.language else ""
    return _link(relative(line.href, node.href), line.title, language=language)


def _nested(lines: Sequence[TocEntry], node: ChapterNode) -> str:
    return f"<ol>{_lines(lines, node)}</ol>" if lines else ""


def _link(href: str, text: str, label: str = "", language: str = "") -> str:
    words = (f'<span class="label">{escape(label, quote=False)}</span>' if label else "",
             isolated(text, language))  # fmt: skip
    return f'<a href="{escape(href)}">{" ".join(word for word in words if word)}</a>'
