"""R010: a picture that something shows through."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.checks.shops import those, verb
from epubforge.checks.showing import Showings
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.book import LARGEST_DOCUMENT
from epubforge.finished.package import Item
from epubforge.finished.rendition import Rendition
from epubforge.finished.traits import pictures

RULE = Rule(
    "R010",
    "picture-transparent",
    Severity.WARNING,
    page="""\
A picture is transparent in places, and a shop takes opaque ones only.

Why it matters
    Each reader puts its own colour behind it: black lines vanish on the black page that is read
    at night, and Kobo's readers put in a pattern. Fixed layout that cannot be read for it fails
    Kobo's checks.
Bad
    images/map.png with a transparent ground
Good
    images/map.png on white
Reference
    Kobo, github.com/kobolabs/epub-spec, "Image Formatting" (read 2026-11-23, certain)
    Amazon KDP G75V4YX5X8GRGXWV: no transparency (read 2026-11-23, certain)
    Apple Books Asset Guide, itca71ad3c33, takes transparent PNG (read 2026-11-23)
""",
)


_PATIENCE = 60_000_000
"""Pixels that are looked at in one book: about a second."""


def picture_transparent(rendition: Rendition) -> Iterator[Diagnostic]:
    """What can be transparent is asked pixel by pixel, as far as a book's patience goes; of a
    drawing (SVG) it cannot be told."""
    refusing = those(rendition.book.shops, lambda shop: shop.pictures.transparent is False)
    showings = Showings(rendition)
    patience = _PATIENCE
    for item, traits in pictures(rendition) if refusing else ():
        if not traits.has_alpha or patience < traits.pixels:
            continue
        patience -= traits.pixels
        if _is_clear(rendition, item):
            yield RULE.at(
                showings.of(item.path),
                f"{item.href} is transparent; {verb(refusing, 'takes', 'take')} opaque pictures "
                "only",
                "lay it on the colour of the page",
            )


def _is_clear(rendition: Rendition, item: Item) -> bool:
    from epubforge.codec.clear import is_clear_anywhere  # Pillow, for those few

    entry = rendition.book.entries[item.path or ""]
    content = rendition.book.read(item.path or "") if entry.size <= LARGEST_DOCUMENT else None
    return content is None or is_clear_anywhere(content)
