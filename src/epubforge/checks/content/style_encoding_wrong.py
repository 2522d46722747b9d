"""C179: style encoding wrong."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.page import Page

RULE = Rule(
    "C179",
    "style-encoding-wrong",
    Severity.ERROR,
    page="""\
A stylesheet is written in an encoding that EPUB does not allow.

Why it matters
    Reading systems show signs in place of letters, or drop it.
Bad
    @charset "iso-8859-1";
Good
    The file saved in UTF-8.
Reference
    EPUB 3.3, CSS requirements: https://www.w3.org/TR/epub-33/#sec-css-req
""",
    equivalent="CSS-004",
)


def style_encoding_wrong(page: Page) -> Iterator[Diagnostic]:
    """By what it says of itself."""
    if page.kind != types.CSS:
        return
    for sheet, _ in page.sheets:
        charset = (sheet.charset or "utf-8").lower()
        if charset not in {"utf-8", "utf-16", "utf8"}:
            yield RULE.at(page.whole, f"{page.path} is written in {charset}", "save it in UTF-8")
