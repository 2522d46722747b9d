"""C177: style property forbidden."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page

RULE = Rule(
    "C177",
    "style-property-forbidden",
    Severity.ERROR,
    page="""\
A stylesheet sets a property that belongs into the page.

Why it matters
    Right-to-left writing set by a stylesheet is lost where styles are turned off.
Bad
    p { direction: rtl }
Good
    <p dir="rtl">
Reference
    EPUB 3.3, CSS requirements: https://www.w3.org/TR/epub-33/#sec-css-req
""",
    equivalent="CSS-001",
)


def style_property_forbidden(page: Page) -> Iterator[Diagnostic]:
    """direction and unicode-bidi, in EPUB 3."""
    for sheet, start in page.sheets if not page.package.is_epub2 else ():
        for each in sheet.declarations:
            if each.name in {"direction", "unicode-bidi"}:
                place = page.in_sheet(start, each.line, each.column)
                yield RULE.at(place, f"{each.name} is set by a style", "use the attribute dir")
