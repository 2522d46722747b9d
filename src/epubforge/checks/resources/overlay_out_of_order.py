"""C204: overlay out of order."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.overlays import backward
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C204",
    "overlay-out-of-order",
    Severity.NOTE,
    page="""\
A media overlay speaks places of a page in another order than they stand in it.

Why it matters
    What is heard jumps where the eye goes on.
Bad
    <text src="one.xhtml#p2"/> … <text src="one.xhtml#p1"/>
Good
    p1, then p2
Reference
    EPUB 3.3, media overlays: https://www.w3.org/TR/epub-33/#sec-media-overlays-def
""",
    equivalent="MED-015",
)


def overlay_out_of_order(rendition: Rendition) -> Iterator[Diagnostic]:
    """Each step back."""
    for reference in backward(rendition):
        place = rendition.book.at_byte(reference.source, reference.at)
        yield RULE.at(place, f"{reference.url.text} comes too late", "keep the order of the page")
