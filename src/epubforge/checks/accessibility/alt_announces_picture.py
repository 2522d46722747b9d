"""A007: a description that begins by saying that there is a picture."""

from __future__ import annotations

import re
from collections.abc import Iterator

from epubforge.checks.shown import pictures
from epubforge.checks.words import quoted
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.model.book import Book
from epubforge.model.publication import Publication

RULE = Rule(
    "A007",
    "alt-announces-picture",
    Severity.NOTE,
    page="""\
A description begins with "image of" or "picture of".

Why it matters
    Screen readers say by themselves that a picture comes; the listener hears "image, image of a
    miner". With a hundred plates that is a hundred times. What kind of picture it is may be said
    where it matters: "pencil drawing of", "aerial photograph of".
Bad
    ![Image of a miner with a lamp](miner.jpg)
Good
    ![A miner with a lamp](miner.jpg)
Reference
    WAI tutorial on images: https://www.w3.org/WAI/tutorials/images/tips/
""",
)
ANNOUNCEMENT = re.compile(r"(?:an?\s+|the\s+)?(?:image|picture)\s+of\b", re.IGNORECASE)


def alt_announces_picture(book: Book, publication: Publication) -> Iterator[Diagnostic]:
    """Such descriptions on pages in English; in other languages it cannot be told by words."""
    for picture in pictures(book):
        opening = ANNOUNCEMENT.match(picture.alt)
        if opening and _is_english(picture.language) and not picture.is_decorative:
            yield RULE.at(
                picture.described,
                f"the description of {picture.name} begins with {quoted(opening.group())}",
                "begin with what is to be seen",
            )


def _is_english(language: str) -> bool:
    return language.lower().partition("-")[0] == "en"
