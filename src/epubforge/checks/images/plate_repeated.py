"""I052: one picture on two plates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from epubforge.diagnostics import Diagnostic, Rule, Severity

if TYPE_CHECKING:
    from epubforge.model.book import Book, Plate
    from epubforge.model.publication import Publication

RULE = Rule(
    "I052",
    "plate-repeated",
    Severity.WARNING,
    page="""\
Two plates show the same picture.

Why it matters
    Among a hundred portraits a file that was copied under a second name is easily overlooked,
    and the picture that should have stood there is missing.
Bad
    images/portraits/041.jpg
    images/portraits/042.jpg        # a copy of 041.jpg
Good
    images/portraits/041.jpg
    images/portraits/042.jpg        # another face
""",
)


def plate_repeated(book: Book, publication: Publication) -> Iterator[Diagnostic]:
    """Plates whose picture, byte by byte, was a plate before."""
    from epubforge.model.book import plates_of

    first: dict[str, Plate] = {}
    for plate in plates_of(book.pages):
        if plate.placed is None:
            continue
        earlier = first.setdefault(plate.placed.picture.digest, plate)
        if earlier is not plate:
            yield RULE.at(
                plate.span,
                f"plate {plate.number}, {_name(plate)}, is the same picture as "
                f"plate {earlier.number}, {_name(earlier)}",
                "put the right picture in its place, or remove one of the two",
            )


def _name(plate: Plate) -> str:
    return plate.caption.file if plate.caption else plate.path
