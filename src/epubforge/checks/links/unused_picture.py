"""L020: a picture that lies in the project and comes nowhere in the book."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from epubforge.diagnostics import Diagnostic, Rule, Severity

if TYPE_CHECKING:
    from epubforge.model.book import Book
    from epubforge.model.publication import Publication

RULE = Rule(
    "L020",
    "unused-picture",
    Severity.WARNING,
    page="""\
A picture file of the project is used nowhere in the book.

Why it matters
    Mostly a picture was forgotten, or the link to it went with a paragraph that was cut. The
    book is right without it, and the file does not go into the book.
Bad
    images/ada.jpg        # and no chapter, plate or cover shows it
Good
    ![Ada Lovelace at her desk](../images/ada.jpg)

    _drafts/ada.jpg       # names that begin with _ or . are left alone
""",
)


def unused_picture(book: Book, publication: Publication) -> Iterator[Diagnostic]:
    """One finding, at the settings, for each such file."""
    for path in book.unused_pictures:
        yield RULE.at(
            book.settings_span,
            f"{path} is not used in the book",
            "show it, remove it, or put _ before its name",
        )
