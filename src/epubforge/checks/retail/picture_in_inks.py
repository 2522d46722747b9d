"""R011: a picture in the colours of printing inks."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.checks.shops import those, verb
from epubforge.checks.showing import Showings
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition
from epubforge.finished.traits import pictures

RULE = Rule(
    "R011",
    "picture-in-inks",
    Severity.WARNING,
    page="""\
A picture is in CMYK, the colours of printing inks.

Why it matters
    Screens shine in red, green and blue. Many readers show a CMYK picture in false colours, as a
    negative, or not at all, and shops refuse it.
Bad
    A cover as it was sent to the printer
Good
    The same cover exported as sRGB
Reference
    Apple Books Asset Guide, itca71ad3c33: RGB (read 2026-11-23, certain)
    Kobo, github.com/kobolabs/epub-spec, "Image Formatting": not CMYK (read 2026-11-23, certain)
    Amazon KDP G75V4YX5X8GRGXWV: no CMYK (read 2026-11-23, certain)
""",
)


def picture_in_inks(rendition: Rendition) -> Iterator[Diagnostic]:
    """JPEGs of four components."""
    refusing = those(rendition.book.shops, lambda shop: shop.pictures.cmyk is False)
    showings = Showings(rendition)
    for item, traits in pictures(rendition) if refusing else ():
        if traits.is_cmyk:
            yield RULE.at(
                showings.of(item.path),
                f"{item.href} is in CMYK; {verb(refusing, 'takes', 'take')} RGB only",
                "export it as sRGB",
            )
