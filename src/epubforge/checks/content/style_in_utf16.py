"""C180: style in utf16."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.page import Page

RULE = Rule(
    "C180",
    "style-in-utf16",
    Severity.WARNING,
    page="""\
A stylesheet is written in UTF-16.

Why it matters
    Some reading systems drop it.
Bad
    A file that begins with the bytes FF FE
Good
    The file saved in UTF-8.
Reference
    EPUB 3.3, CSS requirements: https://www.w3.org/TR/epub-33/#sec-css-req
""",
    equivalent="CSS-003",
)


def style_in_utf16(page: Page) -> Iterator[Diagnostic]:
    """By its first bytes, or what it says."""
    if page.kind == types.CSS:
        says = [(sheet.charset or "").lower() for sheet, _ in page.sheets]
        if page.document.encoding.startswith("utf-16") or "utf-16" in says:
            yield RULE.at(page.whole, f"{page.path} is written in UTF-16", "save it in UTF-8")
