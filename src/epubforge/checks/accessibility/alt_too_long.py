"""A010: a description that is longer than a listener can hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from epubforge.checks.shown import pictures
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page

if TYPE_CHECKING:
    from epubforge.model.book import Book
    from epubforge.model.publication import Publication

RULE = Rule(
    "A010",
    "alt-too-long",
    Severity.NOTE,
    page="""\
A description has more than 140 characters.

Why it matters
    A listener hears it in one go and cannot stop, go back or skip in it; and Kindle asks for fewer
    than 140 characters. What needs more words is better said in the text, or in a long description
    that a reader may open.
Bad
    ![A miner, about thirty years old, in a wet canvas coat over a knitted jersey, with a lamp on
    his cap and a shovel on his shoulder, stands at the gate of the pit and looks past the
    camera](petrov.jpg)
Good
    ![A miner in a wet coat at the gate of the pit](petrov.jpg){longdesc="#petrov"}
Reference
    Kindle Publishing Guidelines, "Interior image guidelines"
""",
)

LONGEST = 140


def alt_too_long(book: Book, publication: Publication) -> Iterator[Diagnostic]:
    """Descriptions of pictures in chapters and of plates; white space counts once."""
    for picture in pictures(book):
        length = len(" ".join(picture.alt.split()))
        if length > LONGEST and not picture.is_decorative:
            yield RULE.at(
                picture.described,
                f"the description of {picture.name} has {length} characters",
                f"say the most important in at most {LONGEST}; the rest in the text, or in a long "
                "description",
            )


def in_stranger(page: Page) -> Iterator[Diagnostic]:
    """Descriptions in a finished page."""
    for picture in page.pictures:
        length = len(" ".join((picture.alt or "").split()))
        if length > LONGEST and not picture.is_decorative:
            yield RULE.at(
                page.at(picture.element),
                f"the description of {picture.name} has {length} characters",
                f"say the most important in at most {LONGEST}; the rest in the text, or in a long "
                "description",
            )
