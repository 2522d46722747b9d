"""What the styles of a page say of its body: the size that it is laid out to."""

from __future__ import annotations

import re

from epubforge.finished.page import Page
from epubforge.finished.references import Use
from epubforge.styles.matching import Cascade
from epubforge.styles.sheet import Screen, StyleRule, read_sheet
from epubforge.styles.tree import Element
from epubforge.tree.encoding import xml_encoding

_PIXELS = re.compile(r"(\d+(?:\.\d+)?)px")


def body_size(page: Page, screen: Screen) -> tuple[float | None, float | None]:
    """Width and height of the body in CSS pixels; None where the styles do not say it so."""
    bodies = page.document.html("body")
    if not bodies:
        return (None, None)
    root = Element("html", {}, 1)
    body = Element("body", dict(bodies[0].attributes), 1, root)
    said: dict[str, str] = {}
    for declaration in Cascade([(), *_sheets(page, screen)]).declared(body):
        said[declaration.name] = declaration.value
    return _pixels(said.get("width", "")), _pixels(said.get("height", ""))


def _sheets(page: Page, screen: Screen) -> list[tuple[StyleRule, ...]]:
    texts: list[str] = []
    for reference in page.references:
        if reference.use is Use.STYLESHEET and reference.url.path is not None:
            content = page.book.read(reference.url.path) or b""
            texts.append(content.decode(xml_encoding(content)[0], "replace"))
    texts += [element.text() for element in page.document.html("style")]
    return [read_sheet(text, screen) for text in texts]


def _pixels(value: str) -> float | None:
    found = _PIXELS.fullmatch(value.strip())
    return float(found[1]) if found else None
