"""What the styles of a page say of its body: the size that it is laid out to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from epubforge.finished.book import Finished
from epubforge.finished.page import Page
from epubforge.finished.references import Use
from epubforge.styles.matching import Cascade
from epubforge.styles.sheet import Screen, read_sheet
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
    for declaration in _cascade(tuple(_texts(page)), screen).declared(body):
        said[declaration.name] = declaration.value
    return _pixels(said.get("width", "")), _pixels(said.get("height", ""))


def _texts(page: Page) -> Iterator[str]:
    for reference in page.references:
        if reference.use is Use.STYLESHEET and reference.url.path is not None:
            yield _stylesheet(page.book, reference.url.path)
    yield from (element.text() for element in page.document.html("style"))


def _stylesheet(book: Finished, path: str) -> str:
    """Its text; the pages of a book have the same ones."""
    key = f"{path} as text"
    if key not in book.seen:
        content = book.read(path) or b""
        book.seen[key] = content.decode(xml_encoding(content)[0], "replace")
    return str(book.seen[key])


@lru_cache(maxsize=4)
def _cascade(texts: tuple[str, ...], screen: Screen) -> Cascade:
    return Cascade([(), *(read_sheet(text, screen) for text in texts)])


def _pixels(value: str) -> float | None:
    found = _PIXELS.fullmatch(value.strip())
    return float(found[1]) if found else None
