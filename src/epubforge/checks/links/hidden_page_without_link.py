"""L021: a page outside the reading order that nothing leads to."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator

from epubforge.checks.shown import chapters
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.model.book import Book, TocEntry
from epubforge.model.publication import Publication

RULE = Rule(
    "L021",
    "hidden-page-without-link",
    Severity.ERROR,
    page="""\
A chapter is out of the reading order (linear = false), and no link or contents line leads to it.

Why it matters
    Reading systems pass over such a page when the reader turns the leaf. Without a link nobody
    can ever read it, and the EPUB is not valid.
Bad
    +++
    linear = false
    toc = false
    +++
Good
    # in another chapter
    The full table stands [at the end](tables.md).
Reference
    EPUB 3.3, spine: https://www.w3.org/TR/epub-33/#attrdef-itemref-linear
""",
    blocking=True,
    equivalent="OPF-096",
)


def hidden_page_without_link(book: Book, publication: Publication) -> Iterator[Diagnostic]:
    """Chapters of the manuscript that are not linear and not the target of another page."""
    reached = _reached(book)
    for page, chapter in chapters(book):
        if not page.linear and page.href not in reached:
            document = chapter.document
            yield RULE.at(
                document.header.span or document.source.span(),
                f"{document.source.path} is out of the reading order and nothing leads to it",
                "link to it from another chapter, or let it stand in the contents (toc = true)",
            )


def _reached(book: Book) -> set[str]:
    reached = {_page(entry.href) for entry in _entries(book.toc)}
    for page, chapter in chapters(book):
        folder = posixpath.dirname(page.href)
        for href in chapter.hrefs:
            if href:
                target = posixpath.normpath(posixpath.join(folder, _page(href)))
                reached |= {target} - {page.href}
    return reached


def _page(href: str) -> str:
    return href.partition("#")[0]


def _entries(entries: Iterable[TocEntry]) -> Iterator[TocEntry]:
    for entry in entries:
        yield entry
        yield from _entries(entry.children)
