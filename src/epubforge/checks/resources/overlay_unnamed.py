"""C200: overlay unnamed."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.overlays import spoken
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C200",
    "overlay-unnamed",
    Severity.ERROR,
    page="""\
A page is spoken by a media overlay, and its item does not name it.

Why it matters
    Reading systems do not know that the page can be heard.
Bad
    <item href="one.xhtml" …/>, and one.smil speaks it
Good
    <item href="one.xhtml" media-overlay="one-smil" …/>
Reference
    EPUB 3.3, media overlays packaging: https://www.w3.org/TR/epub-33/#sec-docs-package
""",
    equivalent="MED-010",
)


def overlay_unnamed(rendition: Rendition) -> Iterator[Diagnostic]:
    """Listed pages."""
    for item, overlays in spoken(rendition):
        if not item.overlay:
            said = f"{item.href} is spoken by {overlays[0].href}, and does not name it"
            yield RULE.at(
                rendition.at(item.element), said, f'write media-overlay="{overlays[0].id}"'
            )
