"""C250: page map used."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C250",
    "page-map-used",
    Severity.NOTE,
    page="""\
The spine names a list of pages of Adobe's own.

Why it matters
    No other reading system reads it.
Bad
    <spine page-map="pages">
Good
    A page list in the navigation document, or in the NCX
Reference
    EPUB 3.3, page-list nav: https://www.w3.org/TR/epub-33/#sec-nav-pagelist
""",
    equivalent="OPF-062",
)


def page_map_used(rendition: Rendition) -> Iterator[Diagnostic]:
    """By its attribute."""
    for spine in rendition.package.elements("spine"):
        if "page-map" in spine.attributes:
            yield RULE.at(rendition.at(spine), "a page-map is named", "make a page list")
