"""The viewport of a page of fixed layout, as its meta element says it."""

from __future__ import annotations

import re

from epubforge.finished.page import Page
from epubforge.tree.document import Element

_NUMBER = re.compile(r"\d{1,6}(\.\d{1,6})?")


def viewports(page: Page) -> list[Element]:
    """The meta elements that say a viewport, in order."""
    return [
        each
        for each in page.document.html("meta")
        if each.get("name").strip() == "viewport" and page.is_html and not page.package.is_epub2
    ]


def size(page: Page) -> tuple[int, int, int] | None:
    """Width and height of a fixed page in CSS pixels, and where they stand; None: not in pixels."""
    for element in viewports(page)[:1]:
        values = parsed(element.get("content")) or {}
        sides = [values.get(name, [""])[0].removesuffix("px") for name in ("width", "height")]
        if all(_NUMBER.fullmatch(side) for side in sides):
            return (round(float(sides[0])), round(float(sides[1])), element.at)
    return None


def parsed(content: str) -> dict[str, list[str]] | None:
    """The values by name; None where it cannot be read.

    https://www.w3.org/TR/epub-33/#sec-fxl-html-svg-dimensions
    """
    text = re.sub(r"\s*=\s*", "=", content.strip())
    if not text or text[0] in ",;" or text[-1] in ",;":
        return None
    found: dict[str, list[str]] = {}
    for part in re.split(r"[\s,;]+", text):
        name, equals, value = part.partition("=")
        if not name or (equals and not value) or "=" in value:
            return None
        found.setdefault(name, []).append(value)
    return found
