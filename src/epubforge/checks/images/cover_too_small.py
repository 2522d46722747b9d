"""I051: a cover that shops will refuse for its size."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from epubforge.diagnostics import Diagnostic, Rule, Severity

if TYPE_CHECKING:
    from epubforge.model.book import Book
    from epubforge.model.publication import Publication

RULE = Rule(
    "I051",
    "cover-too-small",
    Severity.WARNING,
    page="""\
The cover has fewer than 1400 pixels on its short side.

Why it matters
    Apple Books asks for 1400 pixels on the short side; others take less, but advise more. The
    cover is seen larger than any other picture, on the shop's page and on the tablet's shelf.
Bad
    cover = "images/cover-web.jpg"      # 600 × 833
Good
    cover = "images/cover.jpg"          # 1600 × 2220
""",
)
SHORT_SIDE = 1400


def cover_too_small(book: Book, publication: Publication) -> Iterator[Diagnostic]:
    """The cover that the settings name; a drawn one (SVG) has no pixels to count."""
    cover = book.cover
    if cover is None or cover.picture.media_type == "image/svg+xml" or not book.cover_span:
        return
    width, height = cover.picture.width, cover.picture.height
    if min(width, height) < SHORT_SIDE:
        yield RULE.at(
            book.cover_span,
            f"the cover {cover.source_path} has {width} × {height} pixels, "
            f"{SHORT_SIDE} on the short side are asked for",
            "make it 1600 × 2560 pixels: that suits every shop",
        )
