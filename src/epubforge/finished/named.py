"""Where the package document names properties, and what prefixes it declares."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.finished import vocabulary
from epubforge.finished.rendition import Rendition
from epubforge.source import EntryPlace
from epubforge.tree.document import Element

PLACES = (
    ("meta", "property", "meta"),
    ("meta", "scheme", "scheme"),
    ("item", "properties", "item"),
    ("itemref", "properties", "itemref"),
    ("link", "rel", "rel"),
    ("link", "properties", "link"),
)
"""Element, attribute, and the place's name in `vocabulary.KNOWN`."""


def named_properties(rendition: Rendition) -> Iterator[tuple[Element, str, str, str, bool]]:
    """Each property: element, place, prefix, name, and whether its prefix is declared.

    One whose prefix is declared to mean something else than the reserved one is nobody's to judge.
    """
    prefixes = {**vocabulary.RESERVED, **declared(rendition)}
    for name, attribute, place in PLACES if rendition.is_epub3 else ():
        for element in rendition.package.elements(name):
            for prefix, word in vocabulary.properties(element.get(attribute)):
                if prefix and prefixes.get(prefix) not in {None, vocabulary.RESERVED.get(prefix)}:
                    continue
                if word and not (element.get(attribute).startswith(":") and not prefix):
                    yield element, place, prefix, word, not prefix or prefix in prefixes


def declared(rendition: Rendition) -> dict[str, str]:
    """The prefixes that the package declares, with their addresses."""
    root = rendition.package.document.root
    return vocabulary.prefixes(root.get("prefix"))[0] if root is not None else {}


def prefix_faults(rendition: Rendition, kind: str) -> Iterator[tuple[EntryPlace, str]]:
    """The faults of one kind in the package's declaration of prefixes."""
    root = rendition.package.document.root
    faults = vocabulary.prefixes(root.get("prefix"))[1] if root is not None else []
    for fault in faults if rendition.is_epub3 else ():
        if fault.kind == kind:
            yield rendition.root, fault.reason
