"""From a book of ours to what its pages show, at the lines of the manuscript they came from."""

from __future__ import annotations

from dataclasses import replace

from epubforge.checks.runner import advise
from epubforge.diagnostics import Diagnostic
from epubforge.keeping import Keep, anew
from epubforge.model.book import Book
from epubforge.model.project import Project
from epubforge.model.publication import FOLDER, PACKAGE_DOCUMENT, Publication
from epubforge.package.unwritten import unwritten
from epubforge.pipeline.origin import to_manuscript
from epubforge.project.naming import book_file_name
from epubforge.render.stylesheet import HREF as STYLESHEET
from epubforge.render.stylesheet import own_place
from epubforge.source import EntryPlace, Span


def advised(
    project: Project, book: Book, publication: Publication, keep: Keep = anew
) -> tuple[Diagnostic, ...]:
    """What the advising rules find in the pages, as they will lie in the EPUB.

    What they find in the package document is at the book's settings, which it is made from.
    """
    name = f"dist/{book_file_name(project)}"
    archive = unwritten(publication, name)
    found = advise(archive, project.shops, keep)
    return tuple(_placed(each, project, book, publication) for each in found)


def _placed(
    found: Diagnostic, project: Project, book: Book, publication: Publication
) -> Diagnostic:
    place = found.place
    if not isinstance(place, EntryPlace):
        return found
    if place.entry == PACKAGE_DOCUMENT:
        return replace(found, place=book.settings_span, page=place.entry)
    if place.entry == f"{FOLDER}/{STYLESHEET}":
        own = _in_own_styles(place, project, publication)
        return replace(found, place=own or place, page=place.entry)
    return to_manuscript(found, publication)


def _in_own_styles(place: EntryPlace, project: Project, publication: Publication) -> Span | None:
    sheet = next(each for each in publication.resources if each.href == STYLESHEET)
    if not project.theme.css or not isinstance(sheet.content, bytes):
        return None
    line = own_place(sheet.content.decode(), project.theme.css, place.line or 1)
    if line is None:
        return None
    start = min(line.start + (place.column or 1) - 1, line.end)
    return line.source.span(start, line.end)
