"""C201: overlays of one page."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.overlays import spoken
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C201",
    "overlays-of-one-page",
    Severity.ERROR,
    page="""\
A page is spoken by several media overlays.

Why it matters
    Reading systems play one of them.
Bad
    one.smil and two.smil both speak one.xhtml
Good
    One overlay for each page.
Reference
    EPUB 3.3, media overlays: https://www.w3.org/TR/epub-33/#sec-media-overlays-def
""",
    equivalent="MED-011",
)


def overlays_of_one_page(rendition: Rendition) -> Iterator[Diagnostic]:
    """Listed pages."""
    for item, overlays in spoken(rendition):
        if len(overlays) > 1:
            said = f"{item.href} is spoken by {', '.join(each.href for each in overlays)}"
            yield RULE.at(rendition.at(item.element), said, "let one of them speak it")
