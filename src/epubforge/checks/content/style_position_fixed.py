"""C178: style position fixed."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page

RULE = Rule(
    "C178",
    "style-position-fixed",
    Severity.NOTE,
    page="""\
A style nails something to the screen.

Why it matters
    In pages that turn it covers the text, or vanishes.
Bad
    .note { position: fixed }
Good
    .note { position: static }
Reference
    EPUB 3.3, CSS requirements: https://www.w3.org/TR/epub-33/#sec-css-req
""",
    equivalent="CSS-006",
)


def style_position_fixed(page: Page) -> Iterator[Diagnostic]:
    """Every such declaration."""
    for sheet, start in page.sheets:
        for each in sheet.declarations:
            if each.name == "position" and each.value.lower() == "fixed":
                place = page.in_sheet(start, each.line, each.column)
                yield RULE.at(
                    place, f"position is fixed in {page.path}", "let it flow with the text"
                )
