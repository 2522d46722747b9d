"""C166: semantics deprecated."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import semantics
from epubforge.finished.page import Page

RULE = Rule(
    "C166",
    "semantics-deprecated",
    Severity.NOTE,
    page="""\
A meaning in epub:type is one that has been given up.

Why it matters
    New reading systems pass it over.
Bad
    <p epub:type="bridgehead">
Good
    <h3>
Reference
    EPUB Structural Semantics Vocabulary: https://www.w3.org/TR/epub-ssv-11/
""",
    equivalent="OPF-086b",
)


def semantics_deprecated(page: Page) -> Iterator[Diagnostic]:
    """Words without prefix."""
    for element, meanings in page.typed if not page.package.is_epub2 else ():
        for word in meanings:
            if word in semantics.DEPRECATED:
                said = f"the meaning {word} is given up"
                yield RULE.at(page.at(element), said, f"use {semantics.DEPRECATED[word]}")
