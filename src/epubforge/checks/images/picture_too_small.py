"""I050: a picture with too few pixels for the place it is given."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from epubforge.checks.shown import ShownPicture, pictures
from epubforge.diagnostics import Diagnostic, Rule, Severity

if TYPE_CHECKING:
    from epubforge.model.book import Book
    from epubforge.model.picture import Picture
    from epubforge.model.publication import Publication

RULE = Rule(
    "I050",
    "picture-too-small",
    Severity.WARNING,
    page="""\
A plate is under 600 pixels on its short side (in a grid 300), or a photograph in the text under
300 on its long.

Why it matters
    E-readers and tablets show 300 pixels to the inch. A plate fills the page: with fewer than
    600 pixels it is blurred, or stands in the middle like a stamp. Small signs and formulas in
    the text are let pass; a JPEG is taken for a photograph.
Bad
    images/portraits/petrov.jpg     400 × 555
Good
    images/portraits/petrov.jpg     1470 × 2040
""",
)
PLATE_SHORT_SIDE = 600
GRID_SHORT_SIDE = 300
PHOTOGRAPH_LONG_SIDE = 300


def picture_too_small(book: Book, publication: Publication) -> Iterator[Diagnostic]:
    """Such plates and photographs; decoration may be of any size."""
    for shown in pictures(book):
        if shown.placed and not shown.is_decorative:
            picture = shown.placed.picture
            if _is_too_small(shown, picture):
                yield RULE.at(
                    shown.span,
                    f"{shown.name} is small for {'the text' if shown.use else 'a plate'}: "
                    f"{picture.width} × {picture.height} pixels",
                    "use the picture as it was before it was made smaller, if there is one; "
                    "enlarging it does not help",
                )


def _is_too_small(shown: ShownPicture, picture: Picture) -> bool:
    if picture.media_type == "image/svg+xml":
        return False
    if shown.use is None:
        least = GRID_SHORT_SIDE if shown.is_in_grid else PLATE_SHORT_SIDE
        return min(picture.width, picture.height) < least
    is_photograph = picture.media_type == "image/jpeg"
    return is_photograph and max(picture.width, picture.height) < PHOTOGRAPH_LONG_SIDE
