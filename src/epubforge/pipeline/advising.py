"""From a book of ours to what its pages show, at the lines of the manuscript they came from."""

from __future__ import annotations

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
    found = advise(unwritten(publication, name))
    return tuple(placed(each, book, publication) for each in found)


def placed(found: Diagnostic, book: Book, publication: Publication) -> Diagnostic:
    """A finding on a book of ours at the manuscript's line, or at its settings."""
    place = found.place
    if isinstance(place, EntryPlace) and place.entry == PACKAGE_DOCUMENT:
        return replace(found, place=book.settings_span, page=place.entry)
    return to_manuscript(found, publication)
