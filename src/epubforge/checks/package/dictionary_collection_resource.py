"""C218: dictionary collection resource."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.dictionaries import collections
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C218",
    "dictionary-collection-resource",
    Severity.ERROR,
    page="""\
A dictionary's collection names a file that is not in the book.

Why it matters
    A part of the dictionary is missing.
Bad
    <collection role="dictionary"><link href="a.xhtml"/></collection>, and no such item
Good
    <item href="a.xhtml" …/>
Reference
    EPUB Dictionaries: https://idpf.org/epub/dict/epub-dict.html
""",
    equivalent="OPF-081",
)


def dictionary_collection_resource(rendition: Rendition) -> Iterator[Diagnostic]:
    """The links of each collection."""
    for _, links in collections(rendition):
        for link, item in links:
            if item is None:
                yield RULE.at(
                    rendition.at(link), f"{link.get('href')} is not in the manifest", "list it"
                )
