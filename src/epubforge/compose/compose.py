"""Documents and pictures of a project to the book that they make."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from epubforge.compose.chapters import all_reachable, chapter_page
from epubforge.compose.contents import contents
from epubforge.compose.front import with_front
from epubforge.compose.landmarks import in_three_parts, landmarks
from epubforge.compose.links import Signposts
from epubforge.compose.names import Names
from epubforge.compose.pictures import Gallery
from epubforge.compose.plates import plate_pages
from epubforge.compose.tree import ChapterNode, Node, PartNode, grow
from epubforge.diagnostics import Outcome, Reporter, Rule, Severity
from epubforge.language.labels import labels
from epubforge.model.book import Book, CaptionMarkup, Chapter, Page, PartPage, PlacedPicture
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
    gallery = Gallery(project, pictures, out)
    named_cover = _named_cover(project, gallery)
    work = _Work(project, captions, gallery, Signposts(project, documents, tree), out)
    inner = tuple(work.pages(tree))
    front = named_cover or _shown_cover(inner) or _made_cover(gallery, cover)
    _look_into_drafts(documents, gallery)
    by_href = {page.href: page for page in inner}
    toc = contents(tree, by_href, project.settings.contents.depth)
    whole = all_reachable(with_front(project, inner, front, names), toc, out)
    pages = in_three_parts(whole)
    book = Book(
        metadata=project.metadata,
        pages=pages,
        toc=toc,
        landmarks=landmarks(pages, project.metadata.language),
        pictures=gallery.placed,
        cover=front,
        settings_span=project.settings_file.span(),
        modified=project.modified,
        unused_pictures=gallery.unused,
        words=sum(d.outline.words for d in documents if not d.header.draft),
        labels=labels(project.metadata.language),
        cover_span=project.cover_span,
    )
    return Outcome(book, out.found)


def _tree(
    project: Project, documents: Sequence[Document], names: Names, out: Reporter
) -> tuple[Node, ...]:
    tree = grow(project, documents, names, out)
    if documents and not tree:
        message = "every chapter is a draft: there is nothing to read"
        out.add(NOTHING_TO_READ.at(project.settings_file.span(), message, "finish one of them"))
    return tree


@dataclass(frozen=True, slots=True)
class _Work:
    """What making the pages of the tree needs besides the tree."""

    project: Project
    captions: Sequence[CaptionMarkup]
    gallery: Gallery
    signposts: Signposts
    out: Reporter

    def pages(self, tree: Sequence[Node]) -> Iterator[Page]:
        """The pages of the tree in reading order."""
        language = self.project.metadata.language
        for node in tree:
            if isinstance(node, ChapterNode):
                yield self._chapter(node, language)
            elif isinstance(node, PartNode):
                yield self._chapter(node.index, language) if node.index else _part(node, language)
                yield from self.pages(node.children)
            elif self.project.plates is not None:
                plates = self.project.plates
                yield from plate_pages(plates, node, self.captions, language, self.gallery)

    def _chapter(self, node: ChapterNode, language: str) -> Page:
        return chapter_page(node, language, self.signposts, self.gallery, self.out)


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
