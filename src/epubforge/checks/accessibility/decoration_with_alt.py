"""A006: a picture that is marked as decoration and described all the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from epubforge.checks.shown import pictures
from epubforge.checks.words import quoted
from epubforge.diagnostics import Criterion, Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.finished.spoken import is_presentation

if TYPE_CHECKING:
    from epubforge.model.book import Book
    from epubforge.model.publication import Publication

RULE = Rule(
    "A006",
    "decoration-with-alt",
    Severity.WARNING,
    page="""\
A picture is marked as decoration, and has a description too.

Why it matters
    Reading systems pass over decoration, so that the description is never read to anybody. One
    of the two is a mistake: either the picture matters, or the words are in vain.
Bad
    ![The author in her garden](garden.jpg){.decorative}
Good
    ![The author in her garden](garden.jpg)

    ![](ornament.png){.decorative}
Reference
    WCAG 2.2, failure F39: https://www.w3.org/WAI/WCAG22/Techniques/failures/F39
""",
    criterion=Criterion("WCAG 1.1.1", "A"),
)


def decoration_with_alt(book: Book, publication: Publication) -> Iterator[Diagnostic]:
    """Pictures in the text and plates with both marks."""
    for picture in pictures(book):
        if picture.is_decorative and picture.alt:
            yield RULE.at(
                picture.described,
                f"{picture.name} is marked as decoration, but described as {quoted(picture.alt)}",
                "remove the mark if the picture matters, else the description",
            )


def in_stranger(page: Page) -> Iterator[Diagnostic]:
    """Pictures of a finished page whose role is presentation."""
    for picture in page.pictures:
        if picture.alt and is_presentation(picture.element):
            yield RULE.at(
                page.at(picture.element),
                f"{picture.name} is marked as decoration, but described as {quoted(picture.alt)}",
                "take away the role if the picture matters, else the description",
            )
