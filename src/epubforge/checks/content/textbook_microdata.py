"""C245: textbook microdata."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page

RULE = Rule(
    "C245",
    "textbook-microdata",
    Severity.WARNING,
    page="""\
A textbook describes its parts by microdata and not by RDFa.

Why it matters
    Learning systems read RDFa.
Bad
    <p itemscope="" itemprop="name">
Good
    <p property="name">
Reference
    EPUB for Education: https://idpf.org/epub/profiles/edu/spec/
""",
    equivalent="HTM-051",
)


def textbook_microdata(page: Page) -> Iterator[Diagnostic]:
    """Books of the type edupub, once for a page."""
    if "edupub" not in page.package.types or not page.is_html:
        return
    elements = page.document.elements
    if any("property" in e.attributes or "typeof" in e.attributes for e in elements):
        return
    for element in elements:
        if {"itemscope", "itemprop", "itemtype"} & element.attributes.keys():
            yield RULE.at(page.at(element), "the page has microdata and no RDFa", "use RDFa Lite")
            return
