"""C144: viewport missing."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.finished.viewport import viewports

RULE = Rule(
    "C144",
    "viewport-missing",
    Severity.ERROR,
    page="""\
A page of fixed layout does not say how large it is.

Why it matters
    Reading systems cannot fit it to the screen: it is cut off, or tiny.
Bad
    <head><title>1</title></head>
Good
    <meta name="viewport" content="width=1200, height=1600"/>
Reference
    EPUB 3.3, fixed-layout XHTML: https://www.w3.org/TR/epub-33/#sec-fxl-html-svg-dimensions
""",
    equivalent="HTM-046",
)


def viewport_missing(page: Page) -> Iterator[Diagnostic]:
    """XHTML pages of the spine."""
    if page.is_fixed and page.is_html and not page.package.is_epub2 and not viewports(page):
        place = page.at(page.document.elements[0]) if page.document.elements else page.whole
        yield RULE.at(
            place, f"{page.path} has no viewport", "give it width and height in a meta element"
        )
