"""C148: viewport value repeated."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.finished.viewport import parsed, viewports

RULE = Rule(
    "C148",
    "viewport-value-repeated",
    Severity.ERROR,
    page="""\
The width or height of a page of fixed layout is said twice.

Why it matters
    Reading systems take one of them, and not all the same.
Bad
    <meta name="viewport" content="width=1200, width=1600, height=1600"/>
Good
    <meta name="viewport" content="width=1200, height=1600"/>
Reference
    EPUB 3.3, fixed-layout XHTML: https://www.w3.org/TR/epub-33/#sec-fxl-html-svg-dimensions
""",
    equivalent="HTM-059",
)


def viewport_value_repeated(page: Page) -> Iterator[Diagnostic]:
    """The first viewport of a page."""
    for meta in viewports(page)[:1] if page.is_fixed else ():
        values = parsed(meta.get("content")) or {}
        for name in ("width", "height"):
            if len(values.get(name, ())) > 1:
                said = f"{name} is said {len(values[name])} times"
                yield RULE.at(page.at(meta), said, "leave one of them")
