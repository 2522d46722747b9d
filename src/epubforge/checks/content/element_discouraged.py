"""C142: element discouraged."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page

RULE = Rule(
    "C142",
    "element-discouraged",
    Severity.NOTE,
    page="""\
A page uses an element that EPUB advises against.

Why it matters
    Reading systems treat it each in its own way.
Bad
    <base href="https://example.org/"/>
Good
    Addresses that are relative to the page.
Reference
    EPUB 3.3, discouraged constructs: https://www.w3.org/TR/epub-33/#sec-xhtml-content-discouraged
""",
    equivalent="HTM-055",
)


def element_discouraged(page: Page) -> Iterator[Diagnostic]:
    """In EPUB 3."""
    for element in page.document.html("base", "embed", "rp") if page.is_content3 else ():
        if element.local != "rp":
            yield RULE.at(page.at(element), f"{element.local} is advised against", "do without it")
