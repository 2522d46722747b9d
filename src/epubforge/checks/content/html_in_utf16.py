"""C126: html in utf16."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page

RULE = Rule(
    "C126",
    "html-in-utf16",
    Severity.ERROR,
    page="""\
An XHTML page is written in UTF-16.

Why it matters
    HTML knows only UTF-8.
Bad
    encoding="UTF-16"
Good
    encoding="UTF-8"
Reference
    HTML, character encoding: https://html.spec.whatwg.org/multipage/semantics.html#charset
""",
    equivalent="HTM-058",
)


def html_in_utf16(page: Page) -> Iterator[Diagnostic]:
    """In EPUB 3."""
    if page.is_html and not page.package.is_epub2 and page.document.encoding.startswith("utf-16"):
        yield RULE.at(page.whole, f"{page.path} is written in UTF-16", "save it in UTF-8")
