"""A005: a description that says what the caption says already."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from epubforge.checks.shown import pictures
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.nearest import Nearest
from epubforge.finished.page import Page
from epubforge.finished.spoken import said

if TYPE_CHECKING:
    from epubforge.model.book import Book
    from epubforge.model.publication import Publication

RULE = Rule(
    "A005",
    "alt-repeats-caption",
    Severity.WARNING,
    page="""\
A picture's description and its caption are the same words.

Why it matters
    Who listens to the book hears the same sentence twice, and still does not know what the
    picture shows. The caption says what cannot be seen: the name, the place, the year. The
    description says what is to be seen.
Bad
    caption = "Anna Petrova, 2004"
    alt = "Anna Petrova, 2004"
Good
    caption = "Anna Petrova, 2004"
    alt = "A woman in a white headscarf, coal dust around her eyes, looks straight at us"
Reference
    WAI tutorial on images: https://www.w3.org/WAI/tutorials/images/
""",
)


def alt_repeats_caption(book: Book, publication: Publication) -> Iterator[Diagnostic]:
    """Pictures whose two texts differ in nothing but case, white space and the final stop."""
    for picture in pictures(book):
        if picture.alt and _folded(picture.alt) == _folded(picture.caption):
            yield RULE.at(
                picture.described,
                f"{picture.name} is described by its caption's words",
                "leave the caption, and let alt say what is to be seen in the picture",
            )


def _folded(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".")


def in_stranger(page: Page) -> Iterator[Diagnostic]:
    """Pictures of a finished page with the words of their figcaption."""
    figures = Nearest(lambda element: element if element.local == "figure" else None)
    for picture in page.pictures if page.document.html("figcaption") else ():
        figure = figures.of(picture.element)
        if figure is None or not picture.alt:
            continue
        captions = (each for each in figure.children() if each.local == "figcaption")
        if any(_folded(picture.alt) == _folded(said(each)) for each in captions):
            yield RULE.at(
                page.at(picture.element),
                f"{picture.name} is described by its caption's words",
                "leave the caption, and let alt say what is to be seen in the picture",
            )
