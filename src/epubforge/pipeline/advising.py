"""From a book of ours to what its pages show, at the lines of the manuscript they came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from epubforge.checks.runner import advise
from epubforge.diagnostics import Diagnostic
from epubforge.epubcheck.origin import to_manuscript
from epubforge.model.book import Book
from epubforge.model.project import Project
from epubforge.model.publication import PACKAGE_DOCUMENT, Publication
from epubforge.package.unwritten import unwritten
from epubforge.project.naming import book_file_name
from epubforge.source import EntryPlace


def advised(project: Project, book: Book, publication: Publication) -> tuple[Diagnostic, ...]:
    """What the advising rules find in the pages, as they will lie in the EPUB.

    What they find in the package document is at the book's settings, which it is made from.
    """
    name = f"dist/{book_file_name(project)}"
    return tuple(_placed(advise(unwritten(publication, name), project.shops), book, publication))


def _placed(
    found: tuple[Diagnostic, ...], book: Book, publication: Publication
) -> Iterator[Diagnostic]:
    for each in found:
        place = each.place
        if isinstance(place, EntryPlace) and place.entry == PACKAGE_DOCUMENT:
            yield replace(each, place=book.settings_span, page=place.entry)
        else:
            yield to_manuscript(each, publication)
