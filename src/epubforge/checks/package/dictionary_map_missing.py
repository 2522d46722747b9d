"""C220: dictionary map missing."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.dictionaries import collections
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C220",
    "dictionary-map-missing",
    Severity.ERROR,
    page="""\
A dictionary's collection has no search key map.

Why it matters
    Reading systems find no words in it.
Bad
    <collection role="dictionary"><link href="a.xhtml"/></collection>
Good
    The same with <link href="search.xml"/>
Reference
    EPUB Dictionaries: https://idpf.org/epub/dict/epub-dict.html
""",
    equivalent="OPF-083",
)


def dictionary_map_missing(rendition: Rendition) -> Iterator[Diagnostic]:
    """Counted in each collection."""
    for collection, links in collections(rendition):
        if not any(i is not None and i.media_type == types.SEARCH_KEY_MAP for _, i in links):
            yield RULE.at(
                rendition.at(collection),
                f"the collection {collection.get('role')} has no search key map",
                "link it",
            )
