"""Which pages aside of the main text no link leads to."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.finished.package import Itemref
from epubforge.finished.references import HYPERLINKS
from epubforge.finished.rendition import Rendition


def unreachable(rendition: Rendition) -> Iterator[tuple[Itemref, bool]]:
    """Such steps of the reading order, and whether the book has scripts that could open them."""
    package = rendition.package
    if package.is_epub2:
        return
    linked = {
        r.url.path
        for r in rendition.facts.references()
        if r.use in HYPERLINKS and r.url.path != r.source
    }
    scripted = any("scripted" in item.properties for item in package.items)
    for step in package.spine:
        if not step.is_linear and step.item is not None and step.item.path not in linked:
            yield step, scripted
