"""The drawings of a page that are surely meant to be seen, and what is told in their place."""

from __future__ import annotations

from itertools import islice

from epubforge.finished.page import Page
from epubforge.finished.spoken import Told, is_hidden, is_presentation, picture_name
from epubforge.tree.document import Element
from epubforge.tree.names import SVG, XLINK_HREF

_ROLES = frozenset({"img", "graphics-document", "graphics-symbol"})
_MOST = 5000
"""Parts of a drawing that are looked at."""
_WORDS = frozenset({"title", "desc", "text"})


def drawings(page: Page) -> list[Told]:
    """Those with a picture in them, with the role of one, or a page by themselves.

    Of others nobody can know whether they are decoration.
    """
    found = (_told(page, drawing) for drawing in page.document.svg("svg"))
    return [each for each in found if each is not None]


def _told(page: Page, drawing: Element) -> Told | None:
    if drawing.parent is not None and drawing.parent.name.startswith(SVG):
        return None
    if is_hidden(page, drawing) or is_presentation(drawing):
        return None
    inside = list(islice(drawing.descendants(), _MOST))
    shown = next((each for each in inside if each.name == f"{SVG} image"), None)
    is_page = page.is_svg and page.step is not None
    if shown is None and not is_page and _ROLES.isdisjoint(drawing.tokens("role")):
        return None
    name = "the drawing" if shown is None else picture_name(shown.get(XLINK_HREF))
    return Told(drawing, name, _words(drawing, inside), False)


def _words(drawing: Element, inside: list[Element]) -> str | None:
    """Its name, or text that is read by itself."""
    around = drawing.parent
    for each in (drawing, around) if around is not None else (drawing,):
        label = each.get("aria-label").strip() or each.get("aria-labelledby").strip()
        if label:
            return label
    texts = (each.text().strip() for each in inside if each.local in _WORDS)
    return next((text for text in texts if text), None)
