"""C150: viewport of reflowable."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.finished.viewport import viewports

RULE = Rule(
    "C150",
    "viewport-of-reflowable",
    Severity.NOTE,
    page="""\
A page whose text flows says how large it is.

Why it matters
    Reading systems pass it over.
Bad
    <meta name="viewport" content="width=1200, height=1600"/> in a reflowable book
Good
    The page without it.
Reference
    EPUB 3.3, fixed-layout XHTML: https://www.w3.org/TR/epub-33/#sec-fxl-html-svg-dimensions
""",
    equivalent="HTM-060b",
)


def viewport_of_reflowable(page: Page) -> Iterator[Diagnostic]:
    """Every such element of a page of EPUB 3."""
    for meta in viewports(page) if not page.is_fixed and page.is_content3 else ():
        yield RULE.at(
            page.at(meta), f"the viewport {meta.get('content')} is passed over", "take it out"
        )
