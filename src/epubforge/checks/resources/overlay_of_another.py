"""C202: overlay of another."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.overlays import spoken
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C202",
    "overlay-of-another",
    Severity.ERROR,
    page="""\
A page names another media overlay than the one that speaks it.

Why it matters
    What is heard is another page.
Bad
    <item href="one.xhtml" media-overlay="two-smil" …/>
Good
    <item href="one.xhtml" media-overlay="one-smil" …/>
Reference
    EPUB 3.3, media overlays packaging: https://www.w3.org/TR/epub-33/#sec-docs-package
""",
    equivalent="MED-012",
)


def overlay_of_another(rendition: Rendition) -> Iterator[Diagnostic]:
    """Listed pages that name one."""
    for item, overlays in spoken(rendition):
        if item.overlay and all(each.id != item.overlay for each in overlays):
            said = f"{item.href} names {item.overlay}, and is spoken by {overlays[0].id}"
            yield RULE.at(
                rendition.at(item.element), said, f'write media-overlay="{overlays[0].id}"'
            )
