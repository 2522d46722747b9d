"""C217: dictionary metadata missing."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition
from epubforge.tree.names import DC

RULE = Rule(
    "C217",
    "dictionary-metadata-missing",
    Severity.ERROR,
    page="""\
A dictionary does not say from which language to which it leads, or has not one search key map.

Why it matters
    Reading systems cannot offer it for the text at hand.
Bad
    <dc:type>dictionary</dc:type> and nothing else
Good
    <meta property="source-language">en</meta> <meta property="target-language">fr</meta>
Reference
    EPUB Dictionaries: https://idpf.org/epub/dict/epub-dict.html
""",
    equivalent="RSC-005",
)


_KINDS = frozenset(
    """monolingual bilingual multilingual thesaurus encyclopedia spelling pronouncing
    etymological""".split()
)


def dictionary_metadata_missing(rendition: Rendition) -> Iterator[Diagnostic]:
    """Books of the type dictionary."""
    package = rendition.package
    if "dictionary" not in package.types or not rendition.is_epub3:
        return
    collections = [e for e in package.elements("collection") if "dictionary" in e.tokens("role")]
    maps = [i for i in package.items if {"search-key-map", "dictionary"} <= set(i.properties)]
    if len(collections) < 2 and len(maps) != 1:
        yield RULE.at(
            rendition.root, f"{len(maps) or 'no'} items are its search key map", "list one"
        )
    languages = {e.text().strip() for e in package.document.named.get(f"{DC} language", ())}
    own = [package.metadata] if package.metadata is not None else []
    for collection in collections or own:
        metas = [*package.metas, *collection.descendants()]
        for name in ("source-language", "target-language"):
            found = {m.order: m for m in metas if m.get("property").strip() == name}
            if not found:
                yield RULE.at(rendition.root, f"{name} is not said", "say it")
            for meta in found.values():
                if meta.text().strip() not in languages:
                    said = f"{meta.text().strip()} is no dc:language of the book"
                    yield RULE.at(rendition.at(meta), said, "say it there too")
            if name == "source-language" and len(found) > 1:
                yield RULE.at(
                    rendition.root, f"source-language is said {len(found)} times", "leave one"
                )
    for meta in package.metas:
        if meta.get("property").strip() == "dictionary-type" and meta.text().strip() not in _KINDS:
            yield RULE.at(
                rendition.at(meta), f"{meta.text().strip()} is no kind of dictionary", "choose one"
            )
