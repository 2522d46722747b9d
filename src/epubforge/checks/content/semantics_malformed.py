"""C263: semantics malformed."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import vocabulary
from epubforge.finished.page import Page

RULE = Rule(
    "C263",
    "semantics-malformed",
    Severity.ERROR,
    page="""\
A word of epub:type has a colon with nothing on one of its sides.

Why it matters
    It means nothing to any reading system.
Bad
    <section epub:type="chapter:">
Good
    <section epub:type="chapter">
Reference
    EPUB 3.3, property data type: https://www.w3.org/TR/epub-33/#sec-property-datatype
""",
    equivalent="OPF-026",
)


def semantics_malformed(page: Page) -> Iterator[Diagnostic]:
    """Of pages and media overlays of EPUB 3."""
    for element, meanings in page.typed if not page.package.is_epub2 else ():
        for word in meanings:
            if vocabulary.is_malformed(word):
                yield RULE.at(page.at(element), f"{word} is no meaning", "write prefix:name")
