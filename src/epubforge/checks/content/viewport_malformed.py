"""C145: viewport malformed."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.finished.viewport import parsed, viewports

RULE = Rule(
    "C145",
    "viewport-malformed",
    Severity.ERROR,
    page="""\
The size of a page of fixed layout cannot be read.

Why it matters
    Reading systems cannot fit it to the screen: it is cut off, or tiny.
Bad
    <meta name="viewport" content="width 1200, height:1600"/>
Good
    <meta name="viewport" content="width=1200, height=1600"/>
Reference
    EPUB 3.3, viewport syntax: https://www.w3.org/TR/epub-33/#sec-fxl-html-svg-dimensions
""",
    equivalent="HTM-047",
)


def viewport_malformed(page: Page) -> Iterator[Diagnostic]:
    """The first viewport of a page."""
    for meta in viewports(page)[:1] if page.is_fixed else ():
        if parsed(meta.get("content")) is None:
            said = f"{meta.get('content')} is no viewport"
            yield RULE.at(page.at(meta), said, "write width=1200, height=1600")
