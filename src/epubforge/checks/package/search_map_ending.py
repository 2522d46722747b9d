"""C216: search map ending."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C216",
    "search-map-ending",
    Severity.WARNING,
    page="""\
A search key map's name does not end in .xml.

Why it matters
    Programs that go by the ending do not take it for one.
Bad
    search.skm
Good
    search.xml
Reference
    EPUB Dictionaries: https://idpf.org/epub/dict/epub-dict.html
""",
    equivalent="OPF-080",
)


def search_map_ending(rendition: Rendition) -> Iterator[Diagnostic]:
    """By media type."""
    for item in rendition.package.items:
        if item.media_type == types.SEARCH_KEY_MAP and not item.href.lower().endswith(".xml"):
            yield RULE.at(
                rendition.at(item.element), f"{item.href} does not end in .xml", "rename it"
            )
