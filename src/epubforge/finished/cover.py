"""The cover's picture of a book, and the page that shows it."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.finished.package import Item, Itemref, Package
from epubforge.finished.references import Use
from epubforge.finished.rendition import Rendition

_FIRST = 3
"""Steps of the reading order among which a cover page stands."""


def cover_of(package: Package) -> Item | None:
    """The item of the cover: by its property, else by the meta element of EPUB 2."""
    for item in package.items:
        if "cover-image" in item.properties:
            return item
    named = [meta.get("content").strip() for meta in package.metas if meta.get("name") == "cover"]
    return next((package.by_id[name] for name in named if name in package.by_id), None)


def cover_steps(rendition: Rendition) -> Iterator[Itemref]:
    """The first steps of the reading order that show the cover's picture as a picture."""
    cover = cover_of(rendition.package)
    if cover is None:
        return
    for step in rendition.package.spine[:_FIRST]:
        facts = rendition.facts.documents.get((step.item.path or "") if step.item else "")
        shown = [
            use.url.path
            for use in (facts.references if facts else ())
            if use.use is Use.IMAGE and use.element != "style"
        ]
        if cover.path in shown or (step.item is not None and step.item.path == cover.path):
            yield step
