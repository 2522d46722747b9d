"""C099: media type older."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C099",
    "media-type-older",
    Severity.NOTE,
    page="""\
An item has the older of two names for its media type.

Why it matters
    It is right, and the newer one is better known.
Bad
    <item href="a.ttf" media-type="application/x-font-ttf" …/>
Good
    <item href="a.ttf" media-type="font/ttf" …/>
Reference
    EPUB 3.3, core media types: https://www.w3.org/TR/epub-33/#sec-core-media-types
""",
    equivalent="OPF-090",
)


def media_type_older(rendition: Rendition) -> Iterator[Diagnostic]:
    """In EPUB 3."""
    for item in rendition.package.items if rendition.is_epub3 else ():
        newer = types.PREFERRED.get(item.media_type)
        if newer:
            said = f"{item.href} is said to be {item.media_type}"
            yield RULE.at(rendition.at(item.element), said, f"write {newer}")
