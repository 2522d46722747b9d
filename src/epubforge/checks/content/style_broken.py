"""C176: style broken."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page

RULE = Rule(
    "C176",
    "style-broken",
    Severity.ERROR,
    page="""\
A stylesheet, or a style in a page, is not written by the grammar of CSS.

Why it matters
    Reading systems drop the rule, or all that follows it.
Bad
    p { color: red
Good
    p { color: red }
Reference
    CSS Syntax: https://www.w3.org/TR/css-syntax-3/
    EPUB 3.3, CSS requirements: https://www.w3.org/TR/epub-33/#sec-css-req
""",
    equivalent="CSS-008",
)


def style_broken(page: Page) -> Iterator[Diagnostic]:
    """Every fault that is found."""
    for sheet, start in page.sheets:
        for fault in sheet.faults:
            place = page.in_sheet(start, fault.line, fault.column)
            yield RULE.at(place, f"the styles of {page.path}: {fault.reason}", "mend the rule")
