"""Documents and pictures of a project to the book that they make."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from epubforge.compose.back_index import Index
from epubforge.compose.chapters import ChapterWork, all_reachable
from epubforge.compose.citing import cite_all
from epubforge.compose.contents import contents
from epubforge.compose.endnotes import contents_with_notes, note_numbers, notes_page, with_notes
from epubforge.compose.fillings import Fillings
from epubforge.compose.front import with_front
from epubforge.compose.landmarks import in_three_parts, landmarks
from epubforge.compose.links import Signposts
from epubforge.compose.lists import MadeLists
from epubforge.compose.media import Cinema
from epubforge.compose.names import Names
from epubforge.compose.numbering import numbers
from epubforge.compose.pictures import Gallery
from epubforge.compose.places import Places
from epubforge.compose.plate_names import in_the_index
from epubforge.compose.plates import plate_pages
from epubforge.compose.print_pages import page_marks, page_of_terms
from epubforge.compose.references import Wording
from epubforge.compose.tree import ChapterNode, Node, PartNode, chapters, grow, part_titles
from epubforge.diagnostics import Outcome, Reporter, Rule, Severity
from epubforge.language.labels import labels
from epubforge.model.book import (
    Book,
    CaptionMarkup,
    Chapter,
    Page,
    PartPage,
    PlacedPicture,
    TocEntry,
    plates_of,
)
from epubforge.model.document import Document
from epubforge.model.page_type import PART
from epubforge.model.picture import Picture, Prepared
from epubforge.model.project import Project

NOTHING_TO_READ = Rule(
    "B003",
    "nothing-to-read",
    Severity.ERROR,
    """No chapter and no plate is left for the book.

Why it matters
    A book of a cover and a title page alone is not what anybody meant to make.
Bad
    draft = true, in every chapter
Good
    At least one chapter that is no draft, or a picture section
""",
    blocking=True,
)


def compose(
    project: Project,
    documents: Sequence[Document],
    pictures: Mapping[str, Prepared],
    captions: Sequence[CaptionMarkup],
    cover: Picture | None,
) -> Outcome[Book]:
    """The book with all names, links, numbers, contents and made pages decided.

    Documents are in the order of `project.sources()`, pictures by their path from the root, and
    captions in the order of the plates. The cover is one that was made for a project that names
    no file for it. Whatever is wrong is reported at its place; the book is whole all the same.
    """
    out = Reporter()
    names = Names()
    tree = _tree(project, documents, names, out)
    nodes = tuple(chapters(tree))
    gallery, cinema = Gallery(project, pictures, out), Cinema(project, out)
    named_cover = _named_cover(project, gallery)
    knowledge = _knowledge(project, tree, nodes, names, out)
    signposts = Signposts(project, documents, tree, knowledge.places)
    work = ChapterWork(signposts, gallery, cinema, knowledge)
    inner = tuple(_Pages(project, captions, work, out).of(tree))
    front = named_cover or _shown_cover(inner) or _made_cover(gallery, cover)
    _look_into_drafts(documents, gallery)
    language = project.metadata.language
    notes = notes_page(nodes, knowledge.notes, language, work.beside)
    by_href = {page.href: page for page in inner}
    text = with_notes(inner, notes)
    lines = contents(tree, by_href, project.settings.contents.depth, language)
    toc = contents_with_notes(lines, text, notes)
    whole = all_reachable(with_front(project, text, front, names), toc, out)
    pages = in_three_parts(_with_lists(nodes, whole, toc, knowledge, language, out))
    book = Book(
        metadata=project.metadata,
        pages=pages,
        toc=toc,
        landmarks=landmarks(pages, language),
        pictures=gallery.placed,
        cover=front,
        settings_span=project.settings_file.span(),
        modified=project.modified,
        unused_pictures=gallery.unused,
        words=sum(d.outline.words for d in documents if not d.header.draft),
        labels=labels(language),
        cover_span=project.cover_span,
        media=cinema.placed,
        page_marks=page_marks(nodes, knowledge.places, out),
    )
    return Outcome(book, out.found)


def _knowledge(
    project: Project,
    tree: Sequence[Node],
    nodes: Sequence[ChapterNode],
    names: Names,
    out: Reporter,
) -> Fillings:
    """What is known of the book before its first page is made."""
    has_notes = any(node.document.outline.notes for node in nodes)
    notes_href = f"text/{names.give('notes', 'notes')}.xhtml" if has_notes else ""
    numbered = numbers(nodes, project.settings.numbering.figures)
    return Fillings(
        numbered,
        Wording(nodes, part_titles(tree), numbered),
        Places(nodes, notes_href),
        note_numbers(nodes, notes_href),
        cite_all(project, nodes, out),
    )


def _with_lists(
    nodes: Sequence[ChapterNode],
    pages: Sequence[Page],
    toc: Sequence[TocEntry],
    known: Fillings,
    language: str,
    out: Reporter,
) -> tuple[Page, ...]:
    """The pages with the lists that chapters ask for; most books ask for none."""
    named = in_the_index(tuple(plates_of(pages)), nodes, language)
    index = Index(nodes, known.places, page_of_terms(nodes), named)
    index.check(out)
    made = MadeLists(nodes, pages, toc, known.numbers, known.places, index, known.cited)
    return made.filled(out)


def _tree(
    project: Project, documents: Sequence[Document], names: Names, out: Reporter
) -> tuple[Node, ...]:
    tree = grow(project, documents, names, out)
    if documents and not tree:
        message = "every chapter is a draft: there is nothing to read"
        out.add(NOTHING_TO_READ.at(project.settings_file.span(), message, "finish one of them"))
    return tree


@dataclass(frozen=True, slots=True)
class _Pages:
    """What making the pages of the tree needs besides the tree."""

    project: Project
    captions: Sequence[CaptionMarkup]
    work: ChapterWork
    out: Reporter

    def of(self, tree: Sequence[Node]) -> Iterator[Page]:
        """The pages of the tree in reading order."""
        language = self.project.metadata.language
        for node in tree:
            if isinstance(node, ChapterNode):
                yield self.work.page(node, self.out)
            elif isinstance(node, PartNode):
                opening = node.index
                yield self.work.page(opening, self.out) if opening else _part(node, language)
                yield from self.of(node.children)
            elif self.project.plates is not None:
                plates, gallery = self.project.plates, self.work.gallery
                yield from plate_pages(plates, node, self.captions, language, gallery)


def _part(node: PartNode, language: str) -> Page:
    return Page(node.href, node.title, language, "body", PART.epub_type, PART.role, PartPage())


def _named_cover(project: Project, gallery: Gallery) -> PlacedPicture | None:
    if project.cover is None:
        return None
    return gallery.of(project.cover, project.cover_span or project.settings_file.span())


def _shown_cover(pages: Sequence[Page]) -> PlacedPicture | None:
    """The first picture of a chapter that is the cover."""
    for page in pages:
        if page.epub_type == "cover" and isinstance(page.content, Chapter):
            return next((placed for placed in page.content.pictures if placed), None)
    return None


def _made_cover(gallery: Gallery, made: Picture | None) -> PlacedPicture | None:
    return gallery.place(made, "cover") if made is not None else None


def _look_into_drafts(documents: Sequence[Document], gallery: Gallery) -> None:
    for document in documents:
        if document.header.draft:
            for use in document.outline.pictures:
                gallery.mark_used(use.target, document.source)
