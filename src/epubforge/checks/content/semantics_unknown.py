"""C165: semantics unknown."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import semantics
from epubforge.finished.page import Page

RULE = Rule(
    "C165",
    "semantics-unknown",
    Severity.NOTE,
    page="""\
A meaning in epub:type is none of those that are known.

Why it matters
    Reading systems pass it over; most often it is a slip of the pen.
Bad
    <section epub:type="chaptre">
Good
    <section epub:type="chapter">
Reference
    EPUB Structural Semantics Vocabulary: https://www.w3.org/TR/epub-ssv-11/
""",
    equivalent="OPF-088",
)


def semantics_unknown(page: Page) -> Iterator[Diagnostic]:
    """Words without prefix."""
    for element, meanings in page.typed if not page.package.is_epub2 else ():
        for word in meanings:
            if ":" not in word and word not in semantics.KNOWN and word not in semantics.DEPRECATED:
                yield RULE.at(
                    page.at(element), f"there is no meaning {word}", "look in the vocabulary"
                )
