"""What W3C EPUBCheck and DAISY Ace say of books, at the manuscript's lines where there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from epubforge.diagnostics import Diagnostic
from epubforge.model.project import Project
from epubforge.model.publication import PACKAGE_DOCUMENT, Publication
from epubforge.pipeline.origin import to_manuscript
from epubforge.pipeline.run import Counter, Run
from epubforge.source import EntryPlace

EPUBCHECK_SECONDS = 300.0
"""What EPUBCheck may take for one book."""
ACE_SECONDS = 900.0
"""What Ace may take for one book: it opens every page in a browser, about one a second."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A book that others are asked about."""

    file: Path
    project: Project | None = None
    """None, as the publication, where the book is a stranger's."""
    publication: Publication | None = None


def opinions(
    books: Sequence[Asked], run: Run, *, epubcheck: bool, ace: bool
) -> Iterator[tuple[Diagnostic, ...]]:
    """For each book what those say who are asked.

    Raises ExtraMissing where one of them is not installed.
    """
    said = [_of_epubcheck(books)] if epubcheck else []
    said += [_of_ace(books, run)] if ace else []
    for number, book in enumerate(books):
        found = (each for answers in said for each in answers[number])
        yield tuple(_at_home(each, book) for each in found)


def _of_epubcheck(books: Sequence[Asked]) -> tuple[tuple[Diagnostic, ...], ...]:
    from epubforge.epubcheck.check import check_books

    return check_books([book.file for book in books], EPUBCHECK_SECONDS)


def _of_ace(books: Sequence[Asked], run: Run) -> tuple[tuple[Diagnostic, ...], ...]:
    from epubforge.ace.check import check_books
    from epubforge.package.open import open_epub

    folders = [Path.cwd(), *(book.project.root for book in books if book.project)]
    counter = Counter("asking Ace", len(books), run.progress)
    archives = [open_epub(book.file).value for book in books]
    return check_books(archives, ACE_SECONDS, folders, advance=counter.advance)


def _at_home(found: Diagnostic, book: Asked) -> Diagnostic:
    """The finding where it can be mended: of a book of ours at the line of the manuscript.

    The package document is made from the settings. What no chapter made keeps its place, in a book
    that has the name under which it would be built.
    """
    place = found.place
    if book.project is None or book.publication is None or not isinstance(place, EntryPlace):
        return found
    if place.entry == PACKAGE_DOCUMENT:
        return replace(found, place=book.project.settings_file.span(), page=place.entry)
    named = replace(place, book=f"dist/{book.file.name}")
    return to_manuscript(replace(found, place=named), book.publication)
