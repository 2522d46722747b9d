"""C219: dictionary maps several."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.dictionaries import collections
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C219",
    "dictionary-maps-several",
    Severity.ERROR,
    page="""\
A dictionary's collection has several search key maps.

Why it matters
    Reading systems use one.
Bad
    Two search key maps in one collection
Good
    One
Reference
    EPUB Dictionaries: https://idpf.org/epub/dict/epub-dict.html
""",
    equivalent="OPF-082",
)


def dictionary_maps_several(rendition: Rendition) -> Iterator[Diagnostic]:
    """Counted in each collection."""
    for collection, links in collections(rendition):
        maps = [i for _, i in links if i is not None and i.media_type == types.SEARCH_KEY_MAP]
        if len(maps) > 1:
            yield RULE.at(rendition.at(collection), f"{len(maps)} search key maps", "leave one")
