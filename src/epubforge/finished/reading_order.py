"""The pages of a book in the order of its reading, with what was kept of each."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.finished import types
from epubforge.finished.facts import DocumentFacts
from epubforge.finished.package import Itemref
from epubforge.finished.rendition import Rendition


def pages(rendition: Rendition) -> Iterator[tuple[Itemref, DocumentFacts]]:
    """Each XHTML page and drawing of the spine once, if it could be read."""
    seen: set[str] = set()
    for step in rendition.package.spine:
        item = step.item
        if item is None or item.path is None or item.path in seen:
            continue
        seen.add(item.path)
        facts = rendition.facts.documents.get(item.path)
        if facts is not None and facts.is_read and item.media_type in {types.XHTML, types.SVG}:
            yield step, facts


def navigation_facts(rendition: Rendition) -> DocumentFacts | None:
    """Of the navigation document; None where there is none that could be read."""
    item = rendition.package.navigation
    facts = rendition.facts.documents.get(item.path or "") if item is not None else None
    return facts if facts is not None and facts.is_read else None


def is_cover(step: Itemref, facts: DocumentFacts, rendition: Rendition) -> bool:
    """Whether a page is the cover: it says so, or is the first and holds pictures alone."""
    first = next(iter(rendition.package.spine), None)
    is_first = first is not None and first.idref == step.idref
    return "cover" in facts.semantics or (is_first and not facts.heard.letters)
