"""C146: viewport incomplete."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.finished.viewport import parsed, viewports

RULE = Rule(
    "C146",
    "viewport-incomplete",
    Severity.ERROR,
    page="""\
The size of a page of fixed layout has no width, or no height.

Why it matters
    Reading systems cannot fit it to the screen.
Bad
    <meta name="viewport" content="width=1200"/>
Good
    <meta name="viewport" content="width=1200, height=1600"/>
Reference
    EPUB 3.3, fixed-layout XHTML: https://www.w3.org/TR/epub-33/#sec-fxl-html-svg-dimensions
""",
    equivalent="HTM-056",
)


def viewport_incomplete(page: Page) -> Iterator[Diagnostic]:
    """The first viewport of a page."""
    for meta in viewports(page)[:1] if page.is_fixed else ():
        values = parsed(meta.get("content"))
        for name in ("width", "height"):
            if values is not None and name not in values:
                yield RULE.at(page.at(meta), f"the viewport has no {name}", f"add {name}=…")
