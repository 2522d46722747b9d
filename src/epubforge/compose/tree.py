"""The book as a tree: what is left in it when drafts are gone, and what each page is called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from epubforge.compose.names import Names, slug, stem
from epubforge.compose.plate_places import PlatesNode, laid_out
from epubforge.compose.titles import is_titled, title_of, type_of
from epubforge.diagnostics import Diagnostic, Reporter, Rule, Severity
from epubforge.language.labels import labels
from epubforge.model.document import Document
from epubforge.model.page_type import CHAPTER, PART, PageType
from epubforge.model.project import Entry, Part, PlatesHere, Project
from epubforge.source import SourceFile

DRAFT = Rule(
    "B001",
    "draft-left-out",
    Severity.NOTE,
    """A chapter is marked as a draft and does not go into the book.

Why it matters
    Nothing is wrong; but a draft that was forgotten would be missed only by a reader.
Bad
    draft = true, in the chapter that the publisher is waiting for
Good
    draft = true, while it is being written
""",
)


@dataclass(frozen=True, slots=True)
class ChapterNode:
    """A chapter, and the name of its file."""

    document: Document
    title: str
    type: PageType
    href: str
    language: str = ""
    """The chapter's own, else the book's."""
    ordinal: int | None = None
    """Which one it is of the chapters that count."""
    number: str = ""
    """"Chapter 2" in its language, where chapters are numbered."""

    @property
    def whole_title(self) -> str:
        """The title behind the number, as contents show it."""
        if not self.number or self.number == self.title:
            return self.title
        return labels(self.language)["numbered_title"].format(self.number, self.title)


@dataclass(frozen=True, slots=True)
class PartNode:
    """A part: its own chapter or, where it has none, the page that is made for it."""

    title: str
    href: str
    index: ChapterNode | None
    children: tuple[Node, ...]


Node = ChapterNode | PartNode | PlatesNode


class _Grower:
    """Grows the tree in reading order, so that names are given out in that order."""

    def __init__(self, project: Project, documents: Sequence[Document], names: Names) -> None:
        self.reporter = Reporter()
        self._project = project
        self._documents = {
            source.path: document
            for source, document in zip(project.sources(), documents, strict=True)
        }
        self._names = names
        self._has_plates = False
        self._chapters = 0

    def grow(self, entries: Sequence[Entry]) -> tuple[Node, ...]:
        grown = (self._node(entry) for entry in entries)
        return tuple(node for node in grown if node is not None)

    def _node(self, entry: Entry) -> Node | None:
        match entry:
            case SourceFile():
                return self._chapter(entry, stem(entry.path))
            case Part():
                return self._part(entry)
            case PlatesHere():
                return self._plates()

    def _chapter(
        self, source: SourceFile, name: str, usual: PageType | None = None
    ) -> ChapterNode | None:
        document = self._documents[source.path]
        if document.header.draft:
            self.reporter.add(_left_out(document))
            return None
        language = self._project.metadata.language
        if usual is None or document.header.type is not None:
            usual = type_of(document, language, self.reporter, name)
        href = f"text/{self._names.give(slug(name), 'chapter')}.xhtml"
        node = ChapterNode(
            document, title_of(document), usual, href, document.header.language or language
        )
        return self._counted(node) if usual is CHAPTER and document.header.numbered else node

    def _counted(self, node: ChapterNode) -> ChapterNode:
        self._chapters += 1
        if not self._project.settings.numbering.chapters:
            return replace(node, ordinal=self._chapters)
        number = labels(node.language)["chapter"].format(self._chapters)
        title = node.title if is_titled(node.document) else number
        return replace(node, ordinal=self._chapters, number=number, title=title)

    def _part(self, part: Part) -> PartNode | None:
        index = None
        if part.index is not None:
            folder = part.index.path.rpartition("/")[0]
            index = self._chapter(part.index, stem(folder + ".md"), usual=PART)
        href = index.href if index else f"text/{self._names.give(slug(part.name), 'part')}.xhtml"
        children = self.grow(part.sources)
        if index is None and not children:
            return None
        return PartNode(index.title if index else part.name, href, index, children)

    def _plates(self) -> PlatesNode | None:
        plates = self._project.plates
        if plates is None or not plates.plates or self._has_plates:
            return None
        self._has_plates = True
        return laid_out(plates, self._names)


def grow(
    project: Project, documents: Sequence[Document], names: Names, reporter: Reporter
) -> tuple[Node, ...]:
    """The tree of all chapters that are no drafts, with parts and plates, in reading order.

    Reports B001 for each draft, and B002 for types that do not exist.
    """
    grower = _Grower(project, documents, names)
    nodes = grower.grow(project.entries)
    reporter.extend(grower.reporter.found)
    return nodes


def chapters(nodes: Sequence[Node]) -> Iterator[ChapterNode]:
    """All chapters of the tree in reading order, parts' own before those in them."""
    for node in nodes:
        match node:
            case ChapterNode():
                yield node
            case PartNode():
                if node.index is not None:
                    yield node.index
                yield from chapters(node.children)
            case PlatesNode():
                pass


def part_titles(nodes: Sequence[Node]) -> dict[str, str]:
    """The titles of all parts by the hrefs of the pages that open them."""
    found: dict[str, str] = {}
    for node in nodes:
        if isinstance(node, PartNode):
            found |= {node.href: node.title} | part_titles(node.children)
    return found


def has_plates(entries: Sequence[Entry]) -> bool:
    """Whether the picture section has a place among the entries."""
    return any(
        isinstance(entry, PlatesHere) or (isinstance(entry, Part) and has_plates(entry.sources))
        for entry in entries
    )


def by_path(nodes: Sequence[Node]) -> Mapping[str, ChapterNode]:
    """The chapters by the path of their files from the project's root."""
    return {node.document.source.path: node for node in chapters(nodes)}


def _left_out(document: Document) -> Diagnostic:
    return DRAFT.at(
        document.header.span or document.source.span(),
        f"{document.source.path} is a draft and is left out of the book",
        hint="take draft = true out of its header when it is ready",
    )
