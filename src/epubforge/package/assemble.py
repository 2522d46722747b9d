"""From a book and its pages to a publication: everything that the container will hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from epubforge.diagnostics import Outcome
from epubforge.keeping import Keep, anew
from epubforge.model.book import (
    Book,
    ContentsPage,
    Landmark,
    PageMark,
    PlacedPicture,
    TocEntry,
)
from epubforge.model.fixed import FixedBook
from epubforge.model.publication import Publication, Rendition, Resource, SpineItem
from epubforge.package.accessibility import accessibility
from epubforge.package.nav import NavPage, navigation
from epubforge.package.ncx import ncx, targets

NAV_HREF = "nav.xhtml"
"""Where the navigation document lies in a book that does not show it among its pages."""
_NAV_BESIDE = "navigation.xhtml"
"""Where it lies in a book whose contents are fixed pages under that name."""
NCX_HREF = "toc.ncx"
_NCX = "application/x-dtbncx+xml"


def assemble(
    book: Book, pages: Sequence[Resource], fixed: FixedBook | None = None, keep: Keep = anew
) -> Outcome[Publication]:
    """The publication of a book: navigation, NCX and package document beside what was rendered.

    pages are the pages, style sheets and fonts that were made. A book that was laid out says in
    `fixed` where everything is. The manifest's order is navigation,
    NCX, these, the pictures, then sounds and films. A page of the spine must have its resource.
    `keep` may remember the navigation, the NCX and the package document. Nothing is found here:
    what is wrong with a book was found before, or is found by `checks`.
    """
    if fixed is not None:
        return Outcome(_with_package(_fixed(book, pages, fixed, keep), keep))
    toc = book.toc or _toc_of_pages(book)
    nav = replace(_nav_page(book, pages), aside=_aside(book, toc))
    publication = Publication(
        metadata=book.metadata,
        accessibility=accessibility(book),
        modified=book.modified,
        resources=(
            _navigation(book, nav, toc, book.landmarks, keep),
            _ncx(book, toc, book.page_marks, keep),
            *(page for page in pages if page.href != nav.href),
            *(_picture(book, placed) for placed in book.pictures),
            *(Resource(m.href, m.media_type, m.location) for m in book.media),
        ),
        spine=tuple(SpineItem(page.href, page.linear) for page in book.pages),
        toc=toc,
        landmarks=book.landmarks,
        pages=book.page_marks,
    )
    return Outcome(_with_package(publication, keep))


def _fixed(book: Book, pages: Sequence[Resource], fixed: FixedBook, keep: Keep) -> Publication:
    """The publication of fixed pages; their contents are pages, the navigation lies beside them."""
    toc = fixed.toc or (TocEntry(book.metadata.title, fixed.pages[0].href),)
    taken = {page.href for page in pages}
    nav = replace(
        _nav_page(book, pages),
        href=_NAV_BESIDE if NAV_HREF in taken else NAV_HREF,
        pages=fixed.page_marks,
        aside=_out_of_order(fixed, toc),
    )
    return Publication(
        metadata=book.metadata,
        accessibility=accessibility(book, is_fixed=True),
        modified=book.modified,
        resources=(
            _navigation(book, nav, toc, fixed.landmarks, keep),
            _ncx(book, toc, fixed.page_marks, keep),
            *pages,
            *(_picture(book, placed) for placed in fixed.pictures),
            *(Resource(m.href, m.media_type, m.location) for m in book.media),
        ),
        spine=tuple(
            SpineItem(page.href, page.linear, (f"page-spread-{page.side}",) if page.linear else ())
            for page in fixed.pages
        ),
        toc=toc,
        landmarks=fixed.landmarks,
        pages=fixed.page_marks,
        rendition=Rendition(fixed.viewport.width, fixed.viewport.height, fixed.spread),
    )


def _out_of_order(fixed: FixedBook, toc: Sequence[TocEntry]) -> tuple[TocEntry, ...]:
    reached = {href.partition("#")[0] for href in targets(toc)}
    return tuple(
        TocEntry(page.title, page.href)
        for page in fixed.pages
        if not page.linear and page.href not in reached
    )


def _toc_of_pages(book: Book) -> tuple[TocEntry, ...]:
    """Contents must lead somewhere: https://www.w3.org/TR/epub-33/#sec-nav-toc"""
    shown = [page for page in book.pages if page.linear] or list(book.pages)
    return tuple(TocEntry(page.title, page.href) for page in shown)


def _nav_page(book: Book, pages: Sequence[Resource]) -> NavPage:
    contents = next((page for page in book.pages if isinstance(page.content, ContentsPage)), None)
    return NavPage(
        href=contents.href if contents else NAV_HREF,
        title=contents.title if contents else book.labels.get("contents", "Contents"),
        landmarks_title=book.labels.get("landmarks", "Landmarks"),
        styles=tuple(page.href for page in pages if page.media_type == "text/css"),
        pages=book.page_marks,
        pages_title=book.labels.get("page_list", "Pages"),
    )


def _aside(book: Book, toc: Sequence[TocEntry]) -> tuple[TocEntry, ...]:
    """Pages out of the reading order that nothing in the navigation leads to yet."""
    reached = {href.partition("#")[0] for href in targets(toc)}
    reached.update(mark.href.partition("#")[0] for mark in book.landmarks)
    return tuple(
        TocEntry(page.title, page.href)
        for page in book.pages
        if not page.linear and page.href not in reached
    )


def _navigation(
    book: Book, nav: NavPage, toc: Sequence[TocEntry], signs: Sequence[Landmark], keep: Keep
) -> Resource:
    metadata = book.metadata
    given = (nav, metadata, tuple(toc), tuple(signs))
    content = keep("navigation", given, lambda: navigation(nav, metadata, toc, signs))
    return Resource(nav.href, "application/xhtml+xml", content, ("nav",))


def _ncx(book: Book, toc: Sequence[TocEntry], marks: Sequence[PageMark], keep: Keep) -> Resource:
    metadata = book.metadata
    given = (metadata, tuple(toc), tuple(marks))
    return Resource(NCX_HREF, _NCX, keep("ncx", given, lambda: ncx(metadata, toc, marks)))


def _picture(book: Book, placed: PlacedPicture) -> Resource:
    is_cover = book.cover is not None and placed.href == book.cover.href
    properties = ("cover-image",) if is_cover else ()
    return Resource(placed.href, placed.picture.media_type, placed.picture.content, properties)


def without_claim(publication: Publication) -> Publication:
    """The publication as it is, but for what it claims to conform to."""
    metadata = publication.metadata
    stated = replace(metadata.accessibility, claim=None)
    changed = replace(publication, metadata=replace(metadata, accessibility=stated))
    return _with_package(changed, anew)


def _with_package(publication: Publication, keep: Keep) -> Publication:
    # ebooklib and lxml take as long to import as a small book to make; only a build needs them.
    from epubforge.package.container import package_document

    listed = [(each.href, each.media_type, each.properties) for each in publication.resources]
    given = (replace(publication, resources=()), listed)
    package = keep("package document", given, lambda: package_document(publication))
    return replace(publication, package=package)
