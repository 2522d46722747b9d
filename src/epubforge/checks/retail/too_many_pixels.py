"""R006: a picture with more pixels than a shop takes."""

from __future__ import annotations

import math
from collections.abc import Iterator

from epubforge.checks.shops import millions, too_much
from epubforge.checks.showing import Showings
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition
from epubforge.finished.traits import pictures

RULE = Rule(
    "R006",
    "too-many-pixels",
    Severity.WARNING,
    page="""\
A picture has more pixels, width × height, than a shop takes or advises.

Why it matters
    Apple Books lets no picture exceed 5.6 million pixels; on one of its pages it says 4 million,
    and books were refused for it. Kobo's readers with electronic paper fail at pictures larger
    than the largest page, 3.8 million. What is above a figure that the shop only advises, or that
    is disputed, is a note.
Bad
    images/plate-01.jpg with 4000 × 6000 pixels
Good
    images/plate-01.jpg with 1600 × 2300 pixels
Reference
    Apple Books Asset Guide, itca71ad3c33: 5.6 million (read 2026-11-23, certain)
    Apple partner page "Prepare your book": 4 million (read 2026-11-23; the two disagree)
    Kobo, github.com/kobolabs/epub-spec, "Limitations": 3.8 million (read 2026-11-23, advice)
    Kindle Publishing Guidelines 10.4.2, by a catalogue of their rules: 5 million (disputed)
    Google and tolino set no figure
""",
)


def too_many_pixels(rendition: Rendition) -> Iterator[Diagnostic]:
    """Each listed picture once, at its first use in a book of ours."""
    shops, showings = rendition.book.shops, Showings(rendition)
    for item, traits in pictures(rendition) if shops else ():
        verdict = too_much(
            shops, traits.pixels,
            lambda shop: shop.pictures.max_pixels, lambda shop: shop.pictures.advised_pixels,
            millions,
        )  # fmt: skip
        if verdict is not None:
            size = f"{traits.width} × {traits.height} pixels, {millions(traits.pixels)}"
            scale = math.sqrt(verdict.figure / traits.pixels)
            fitting = f"{int(traits.width * scale)} × {int(traits.height * scale)}"
            yield verdict.on(
                RULE.at(
                    showings.of(item.path),
                    f"{item.href} has {size}; {verdict.words}",
                    f"scale it down to {fitting}",
                )
            )
