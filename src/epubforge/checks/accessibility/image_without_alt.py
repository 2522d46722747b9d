"""A001: a picture that a blind reader never learns of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from epubforge.checks.shown import ShownPicture, pictures
from epubforge.diagnostics import Criterion, Diagnostic, Rule, Severity
from epubforge.finished.page import Page

if TYPE_CHECKING:
    from epubforge.model.book import Book
    from epubforge.model.publication import Publication

RULE = Rule(
    "A001",
    "image-without-alt",
    Severity.ERROR,
    page="""\
A picture has neither a description nor the mark that it is decoration.

Why it matters
    A reader who listens to the book hears nothing, or a file name, where others see the
    picture. The law of the EU asks for descriptions in every e-book that is sold there, and the
    book cannot be called accessible without them.
Bad
    ![](ada.jpg)
Good
    ![Ada Lovelace at her desk, writing](ada.jpg)

    ![](ornament.png){.decorative}

    # in the caption table of the plates
    [[picture]]
    file = "ada.jpg"
    alt = "Ada Lovelace at her desk, writing"
Reference
    WCAG 2.2, 1.1.1 Non-text Content: https://www.w3.org/TR/WCAG22/#non-text-content
""",
    ace=("image-alt",),
    criterion=Criterion("WCAG 1.1.1", "A"),
)


def image_without_alt(book: Book, publication: Publication) -> Iterator[Diagnostic]:
    """Pictures in the text and plates that nobody described; a caption is no description."""
    for picture in pictures(book):
        if not picture.alt and not picture.is_decorative:
            yield RULE.at(picture.described, f"{picture.name} has no description", _hint(picture))


def _hint(picture: ShownPicture) -> str:
    if picture.use is None:
        return "say what is to be seen, under alt in the caption table; or mark it decorative"
    if picture.use.from_html:
        return 'say what is to be seen, as alt="…"; or write alt="" if it is decoration'
    return "say what is to be seen, between the brackets; or mark it {.decorative}"


def in_stranger(page: Page) -> Iterator[Diagnostic]:
    """Pictures of a finished page without alt, or another name, or a mark of decoration."""
    for picture in page.pictures:
        if picture.is_missed:
            message = f"{picture.name} has no description"
            hint = 'say what is to be seen, as alt="…"; or write alt="" if it is decoration'
            yield RULE.at(page.at(picture.element), message, hint)
