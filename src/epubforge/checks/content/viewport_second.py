"""C149: viewport second."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.finished.viewport import viewports

RULE = Rule(
    "C149",
    "viewport-second",
    Severity.NOTE,
    page="""\
A page of fixed layout says its size again.

Why it matters
    Reading systems heed the first.
Bad
    Two <meta name="viewport" …/>
Good
    One of them.
Reference
    EPUB 3.3, fixed-layout XHTML: https://www.w3.org/TR/epub-33/#sec-fxl-html-svg-dimensions
""",
    equivalent="HTM-060a",
)


def viewport_second(page: Page) -> Iterator[Diagnostic]:
    """All but the first."""
    for meta in viewports(page)[1:] if page.is_fixed else ():
        yield RULE.at(
            page.at(meta), f"the viewport {meta.get('content')} is passed over", "take it out"
        )
