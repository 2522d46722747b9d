"""C147: viewport value wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.finished.viewport import parsed, viewports

RULE = Rule(
    "C147",
    "viewport-value-wrong",
    Severity.ERROR,
    page="""\
The width or height of a page of fixed layout is no number.

Why it matters
    Reading systems cannot fit it to the screen.
Bad
    <meta name="viewport" content="width=1200px, height=100%"/>
Good
    <meta name="viewport" content="width=1200, height=1600"/>
Reference
    EPUB 3.3, fixed-layout XHTML: https://www.w3.org/TR/epub-33/#sec-fxl-html-svg-dimensions
""",
    equivalent="HTM-057",
)


_NUMBER = re.compile(r"\d+(\.\d+)?\Z|\.\d+\Z")


def viewport_value_wrong(page: Page) -> Iterator[Diagnostic]:
    """The first viewport of a page; device-width and device-height may be said too."""
    for meta in viewports(page)[:1] if page.is_fixed else ():
        values = parsed(meta.get("content")) or {}
        for name in ("width", "height"):
            for value in values.get(name, [])[:1]:
                if not _NUMBER.match(value) and value != f"device-{name}":
                    yield RULE.at(
                        page.at(meta), f"{value} is no {name}", "write a number of pixels"
                    )
