"""A008: different pictures with one description."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from epubforge.checks.shown import ShownPicture, pictures
from epubforge.checks.words import quoted
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.finished.spoken import Told

if TYPE_CHECKING:
    from epubforge.model.book import Book
    from epubforge.model.publication import Publication

RULE = Rule(
    "A008",
    "alt-used-twice",
    Severity.NOTE,
    page="""\
Two different pictures have the same description.

Why it matters
    Who listens cannot tell one from the other, and wonders whether the same picture came again.
    In a row of portraits it mostly means that a line of the table was copied and not finished.
Bad
    ![Portrait of a miner](petrov.jpg)
    ![Portrait of a miner](ivanov.jpg)
Good
    ![A young miner, cap pushed back, smiles with closed lips](petrov.jpg)
    ![An old miner in a wet coat looks past the camera](ivanov.jpg)
Reference
    WCAG 2.2, 1.1.1 Non-text Content: https://www.w3.org/TR/WCAG22/#non-text-content
""",
)


def alt_used_twice(book: Book, publication: Publication) -> Iterator[Diagnostic]:
    """Pictures whose description was already that of another picture; equal files are let pass."""
    first: dict[str, ShownPicture] = {}
    for picture in pictures(book):
        if not picture.alt or picture.is_decorative or picture.placed is None:
            continue
        earlier = first.setdefault(picture.alt.casefold(), picture)
        if earlier.placed and earlier.placed.href != picture.placed.href:
            yield RULE.at(
                picture.described,
                f"{picture.name} has the description of {earlier.name}, {quoted(picture.alt)}",
                "say what is different in this picture",
            )


def in_stranger(page: Page) -> Iterator[Diagnostic]:
    """Different pictures of one finished page."""
    first: dict[str, Told] = {}
    for picture in page.pictures:
        if picture.alt and not picture.is_decorative:
            earlier = first.setdefault(picture.alt.casefold(), picture)
            if earlier.name != picture.name:
                yield RULE.at(
                    page.at(picture.element),
                    f"{picture.name} has the description of {earlier.name}, {quoted(picture.alt)}",
                    "say what is different in this picture",
                )
