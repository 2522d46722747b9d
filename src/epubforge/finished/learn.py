"""What is kept of a document when its tree is let go."""

from __future__ import annotations

from epubforge.finished import types
from epubforge.finished.facts import DocumentFacts
from epubforge.finished.heard import hear
from epubforge.finished.page import Page
from epubforge.finished.viewport import size
from epubforge.tree.document import Element
from epubforge.tree.names import SVG, XHTML

_MEDIA_CLASSES = frozenset({"-epub-media-overlay-active", "-epub-media-overlay-playing"})
_KINDS = {
    "symbol": "symbol",
    "clipPath": "clip",
    "linearGradient": "paint",
    "radialGradient": "paint",
    "pattern": "paint",
}
"""What an SVG element with an id is for; all others can be linked."""


def learn(page: Page) -> DocumentFacts:
    """The facts of one document."""
    document = page.document
    is_page = page.is_html or page.is_svg
    ids = {
        e.attributes["id"]: (e.order, _kind(e))
        for e in reversed(document.elements)
        if "id" in e.attributes
    }
    facts = DocumentFacts(
        page.path,
        ids=ids if is_page else {},
        has_ids=is_page,
        references=page.references,
        semantics=frozenset(word for _, words in page.typed for word in words),
        is_read=document.fault is None and not document.is_too_large,
    )
    facts.elements = frozenset(
        name.rpartition(" ")[2] for name in document.named if name.startswith(XHTML)
    )
    facts.has_styles = _has_styles(page)
    facts.viewport = size(page) if page.is_fixed else None
    facts.media_classes = tuple(
        (name, start if page.kind != types.CSS else document.byte(line, column))
        for sheet, start in page.sheets
        for name, line, column in sheet.classes
        if name in _MEDIA_CLASSES
    )
    facts.heard = hear(page)
    return facts


def _kind(element: Element) -> str:
    return _KINDS.get(element.local, "") if element.name.startswith(SVG) else ""


def _has_styles(page: Page) -> bool:
    document = page.document
    linked = any("stylesheet" in e.get("rel").lower() for e in document.html("link"))
    listed = any(each.target == "xml-stylesheet" for each in document.instructions)
    return linked or listed or bool(document.html("style") or document.svg("style"))
