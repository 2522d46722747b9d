"""R012: a picture whose colours need their profile."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.checks.shops import those, verb
from epubforge.checks.showing import Showings
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition
from epubforge.finished.traits import Traits, pictures

RULE = Rule(
    "R012",
    "picture-not-srgb",
    Severity.NOTE,
    page="""\
A picture has a colour profile other than sRGB.

Why it matters
    Readers that pass over profiles show an Adobe RGB picture dull and a wide one false. Apple
    recommends sRGB; Amazon's converter reads no profile at all.
Bad
    A photograph exported as Adobe RGB
Good
    The same photograph exported as sRGB
Reference
    Apple Books Asset Guide, itca71ad3c33: sRGB is recommended (read 2026-11-23, certain)
    Amazon KDP G75V4YX5X8GRGXWV: "does not support sRGB or CMYK" (read 2026-11-23); meant is that
    profiles are not read, so that only plain sRGB comes out right
""",
)


def picture_not_srgb(rendition: Rendition) -> Iterator[Diagnostic]:
    """Pictures in RGB or grey whose profile means other colours than sRGB."""
    asking = those(rendition.book.shops, lambda shop: shop.pictures.srgb is True)
    showings = Showings(rendition)
    for item, traits in pictures(rendition) if asking else ():
        if traits.profile and not traits.is_cmyk and _is_other(traits):
            yield RULE.at(
                showings.of(item.path),
                f"the colours of {item.href} are not sRGB; {verb(asking, 'asks', 'ask')} for it",
                "export it as sRGB",
            )


def _is_other(traits: Traits) -> bool:
    from epubforge.codec.colour import ProfileError, is_srgb  # Pillow, for those few

    for mode in ("RGB", "L"):
        try:
            return not is_srgb(traits.profile, mode)
        except ProfileError:
            continue
    return False
