"""C221: dictionary collection foreign."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.dictionaries import collections
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C221",
    "dictionary-collection-foreign",
    Severity.ERROR,
    page="""\
A dictionary's collection holds something else than pages and search key maps.

Why it matters
    Reading systems can do nothing with it.
Bad
    <link href="style.css"/>
Good
    <link href="a.xhtml"/>
Reference
    EPUB Dictionaries: https://idpf.org/epub/dict/epub-dict.html
""",
    equivalent="OPF-084",
)


def dictionary_collection_foreign(rendition: Rendition) -> Iterator[Diagnostic]:
    """The links of each collection."""
    for _, links in collections(rendition):
        for link, item in links:
            if item is not None and item.media_type not in {types.XHTML, types.SEARCH_KEY_MAP}:
                yield RULE.at(
                    rendition.at(link), f"{item.href} is {item.media_type}", "take it out"
                )
