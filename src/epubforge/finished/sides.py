"""What the styles of a page say of its body: the size that it is laid out to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from epubforge.finished.page import Page
from epubforge.finished.references import Use
from epubforge.finished.stylesheets import stylesheet
from epubforge.styles.matching import Cascade
from epubforge.styles.nesting import is_too_deep
from epubforge.styles.sheet import Screen, read_sheet
from epubforge.styles.tree import Element

_LONGEST = 250_000
"""Letters of styles that are read for a page: no real one has as many."""
_PIXELS = re.compile(r"(\d+(?:\.\d+)?)px")


def body_size(page: Page, screen: Screen) -> tuple[float | None, float | None]:
    """Width and height of the body in CSS pixels; None where the styles do not say it so."""
    bodies = page.document.html("body")
    if not bodies:
        return (None, None)
    root = Element("html", {}, 1)
    body = Element("body", dict(bodies[0].attributes), 1, root)
    said: dict[str, str] = {}
    texts = tuple(_texts(page))
    if sum(map(len, texts)) > _LONGEST:
        return (None, None)
    for declaration in _cascade(texts, screen).declared(body):
        said[declaration.name] = declaration.value
    return _pixels(said.get("width", "")), _pixels(said.get("height", ""))


def _texts(page: Page) -> Iterator[str]:
    for reference in page.references:
        if reference.use is Use.STYLESHEET and reference.url.path is not None:
            yield stylesheet(page.book, reference.url.path)
    own = (element.text() for element in page.document.html("style"))
    yield from (text for text in own if not is_too_deep(text))


@lru_cache(maxsize=4)
def _cascade(texts: tuple[str, ...], screen: Screen) -> Cascade:
    return Cascade([(), *(read_sheet(text, screen) for text in texts)])


def _pixels(value: str) -> float | None:
    found = _PIXELS.fullmatch(value.strip())
    return float(found[1]) if found else None
