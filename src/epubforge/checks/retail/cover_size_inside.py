"""R037: a stranger's cover that is smaller or larger than shops want it."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.checks.shops import told, verb
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.cover import cover_of
from epubforge.finished.rendition import Rendition
from epubforge.finished.traits import Traits, traits_of
from epubforge.model.profile import Profile

RULE = Rule(
    "R037",
    "cover-size-inside",
    Severity.NOTE,
    page="""\
The cover in a finished book has fewer or more pixels than a shop asks for.

Why it matters
    Where no cover is sent beside the book, shops take the one inside; most want one of their own,
    and then this is of no weight. Amazon's checks fail a book whose inner cover is too small.
Bad
    A cover of 400 × 600 pixels
Good
    A cover of 1600 × 2560 pixels
Reference
    Google Play Books partner help 3424254: 640 to 7200 (read 2026-11-23, certain)
    Amazon KDP G6GTK3T3NUHKLEFX: at least 625 × 1000 (read 2026-11-23, certain)
    Apple: 1400 on the short side, by older pages (not found again in 2026)
""",
)


def cover_size_inside(rendition: Rendition) -> Iterator[Diagnostic]:
    """Of our own books the settings are asked, by I051."""
    book = rendition.book
    cover = None if book.is_own or not book.shops else cover_of(rendition.package)
    traits = traits_of(book, cover) if cover is not None else None
    if cover is None or traits is None or not traits.pixels:
        return
    unhappy = [shop for shop in book.shops if _wants_another(shop, traits)]
    if unhappy:
        names = told(shop.shown for shop in unhappy)
        yield RULE.at(
            rendition.at(cover.element),
            f"the cover {cover.href} has {traits.width} × {traits.height} pixels; "
            f"{verb(names, 'wants', 'want')} another size",
            "make it 1600 × 2560 pixels, which suit every shop",
        )


def _wants_another(shop: Profile, traits: Traits) -> bool:
    short, long = sorted((traits.width, traits.height))
    cover = shop.cover
    is_small = short < (cover.min_short_side or 0) or long < (cover.min_long_side or 0)
    return is_small or (cover.max_side is not None and long > cover.max_side)
