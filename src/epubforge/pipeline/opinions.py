"""What EPUBCheck, Ace and the web say of books, at the manuscript's lines where there are any."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from epubforge.diagnostics import Diagnostic
from epubforge.pipeline.run import Counter, Run
from epubforge.source import EntryPlace

if TYPE_CHECKING:
    from epubforge.model.project import Project
    from epubforge.model.publication import Publication
    from epubforge.pipeline.web import External

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


@dataclass(frozen=True, slots=True)
class Others:
    """Who is asked besides our own rules."""

    epubcheck: bool = False
    ace: bool = False
    external: External | None = None
    """How the web is asked for what the book links to."""

    @property
    def are_asked(self) -> bool:
        """Whether anybody is."""
        return self.epubcheck or self.ace or self.external is not None


def opinions(books: Sequence[Asked], run: Run, others: Others) -> Iterator[tuple[Diagnostic, ...]]:
    """For each book what those say who are asked.

    Raises ExtraMissing where one of them is not installed.
    """
    said = [_of_epubcheck(books)] if others.epubcheck else []
    said += [_of_ace(books, run)] if others.ace else []
    said += [_of_web(books, others.external, run)] if others.external else []
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


def _of_web(
    books: Sequence[Asked], external: External, run: Run
) -> tuple[tuple[Diagnostic, ...], ...]:
    from epubforge.package.open import open_epub
    from epubforge.pipeline.web import asked, outward_of

    outward = [
        outward_of(open_epub(book.file).value, partial(_at_home, book=book)) for book in books
    ]
    return tuple(asked(outward, external, run))


def _at_home(found: Diagnostic, book: Asked) -> Diagnostic:
    """The finding where it can be mended: of a book of ours at the line of the manuscript.

    The package document is made from the settings. What no chapter made keeps its place, in a book
    that has the name under which it would be built.
    """
    place = found.place
    if book.project is None or book.publication is None or not isinstance(place, EntryPlace):
        return found
    from epubforge.model.publication import PACKAGE_DOCUMENT
    from epubforge.pipeline.origin import to_manuscript

    if place.entry == PACKAGE_DOCUMENT:
        return replace(found, place=book.project.settings_file.span(), page=place.entry)
    named = replace(place, book=f"dist/{book.file.name}")
    return to_manuscript(replace(found, place=named), book.publication)
