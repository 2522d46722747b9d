"""C215: search target outside."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.references import Use
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C215",
    "search-target-outside",
    Severity.ERROR,
    page="""\
A search key map leads to something that is no page of the reading order.

Why it matters
    Who looks a word up finds nothing.
Bad
    <search-key-group href="style.css">
Good
    <search-key-group href="a.xhtml">
Reference
    EPUB Dictionaries: https://idpf.org/epub/dict/epub-dict.html
""",
    equivalent="RSC-021",
)


def search_target_outside(rendition: Rendition) -> Iterator[Diagnostic]:
    """Listed files."""
    package = rendition.package
    for reference in rendition.facts.references(Use.SEARCH_KEY):
        path = reference.url.path
        if path in package.by_resource and path not in package.places:
            place = rendition.book.at_byte(reference.source, reference.at)
            yield RULE.at(
                place, f"{path} is no page of the reading order", "lead to a page with entries"
            )
