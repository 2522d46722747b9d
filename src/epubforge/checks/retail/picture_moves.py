"""R009: a picture that moves."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.checks.shops import those, verb
from epubforge.checks.showing import Showings
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition
from epubforge.finished.traits import pictures

RULE = Rule(
    "R009",
    "picture-moves",
    Severity.WARNING,
    page="""\
A picture has several frames, and a shop takes still ones only.

Why it matters
    Amazon's and Google's converters keep one frame, which need not be the one that says the most,
    or refuse the file.
Bad
    images/waltz.gif with twelve frames
Good
    images/waltz.png, or several pictures that show the steps
Reference
    Amazon KDP G75V4YX5X8GRGXWV: no GIF of several frames (read 2026-11-23, certain)
    Google Play Books partner help 3316879: static GIF (read 2026-11-23 in a mirror)
""",
)


def picture_moves(rendition: Rendition) -> Iterator[Diagnostic]:
    """GIF, PNG and WebP."""
    refusing = those(rendition.book.shops, lambda shop: shop.pictures.moving is False)
    showings = Showings(rendition)
    for item, traits in pictures(rendition) if refusing else ():
        if traits.moves:
            yield RULE.at(
                showings.of(item.path),
                f"{item.href} moves; {verb(refusing, 'takes', 'take')} still pictures only",
                "choose one frame, or show the steps as several pictures",
            )
