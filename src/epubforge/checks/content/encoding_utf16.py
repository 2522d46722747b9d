"""C124: encoding utf16."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.page import Page

RULE = Rule(
    "C124",
    "encoding-utf16",
    Severity.WARNING,
    page="""\
A file is written in UTF-16.

Why it matters
    It is allowed, but some reading systems show signs in place of the text.
Bad
    encoding="UTF-16"
Good
    encoding="UTF-8"
Reference
    EPUB 3.3, XML conformance: https://www.w3.org/TR/epub-33/#sec-xml-constraints
""",
    equivalent="RSC-027",
)


def encoding_utf16(page: Page) -> Iterator[Diagnostic]:
    """All XML files but XHTML pages, whose own rule it is."""
    is_other_rules = page.kind == types.CSS or (page.is_html and not page.package.is_epub2)
    if page.document.encoding.startswith("utf-16") and not is_other_rules:
        yield RULE.at(page.whole, f"{page.path} is written in UTF-16", "save it in UTF-8")
