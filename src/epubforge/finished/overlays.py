"""Which pages are spoken by which media overlays, and in what order."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.finished.package import Item
from epubforge.finished.references import Reference, Use
from epubforge.finished.rendition import Rendition


def spoken(rendition: Rendition) -> list[tuple[Item, list[Item]]]:
    """Each listed page that an overlay speaks, with the overlays that do."""
    package = rendition.package
    found: dict[str, list[Item]] = {}
    for reference in rendition.facts.references():
        overlay = package.by_resource.get(reference.source)
        if (
            reference.use is Use.OVERLAY_TEXT
            and overlay is not None
            and reference.url.path is not None
        ):
            overlays = found.setdefault(reference.url.path, [])
            if overlay not in overlays:
                overlays.append(overlay)
    return [
        (package.by_resource[path], found[path]) for path in found if path in package.by_resource
    ]


def backward(rendition: Rendition) -> Iterator[Reference]:
    """The places that an overlay speaks after one that follows them in the text."""
    facts, places = rendition.facts, rendition.package.places
    for document in facts.documents.values():
        before = (-1, -1)
        for reference in document.references:
            if reference.use is not Use.OVERLAY_TEXT or reference.element != "text":
                continue
            target = facts.documents.get(reference.url.path or "")
            ids = target.ids if target is not None else {}
            order = ids.get(reference.url.fragment or "", (0, ""))[0]
            here = (places.get(reference.url.path or "", -1), order)
            if here < before:
                yield reference
            before = here
