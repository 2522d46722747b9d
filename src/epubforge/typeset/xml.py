"""Elements written as XHTML again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from types import MappingProxyType

from epubforge.styles.tree import Element, Text

EMPTY = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_ONCE = ("id", "aria-labelledby", "aria-describedby", "aria-details")
"""What must not be said twice where an element stands in two parts."""


def start_tag(
    element: Element,
    style: str = "",
    also: str = "",
    is_again: bool = False,
    changed: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """The element's start tag with that style before its own, and further classes."""
    attributes = {name: value for name, value in element.attributes.items() if name not in changed}
    attributes |= changed
    if is_again:
        attributes = {name: v for name, v in attributes.items() if name not in _ONCE}
    if also:
        attributes["class"] = f"{attributes.get('class', '')} {also}".strip()
    if style:
        own = attributes.get("style", "").rstrip("; ")
        attributes["style"] = f"{own}; {style}" if own else style
    return f"<{element.tag}{written(attributes)}>"


def written(attributes: Mapping[str, str]) -> str:
    """Attributes as they stand in a tag, with a blank before each."""
    return "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())


def whole(element: Element, style: str = "") -> str:
    """The element with all that is in it, on one line where it is not kept text."""
    tag = start_tag(element, style)
    if element.tag in EMPTY or (not element.children and element.tag.startswith("m")):
        return f"{tag[:-1]}/>"
    inner = "".join(
        whole(child) if isinstance(child, Element) else escape(child.text, quote=False)
        for child in element.children
    )
    return f"{tag}{inner}</{element.tag}>"


def all_text(element: Element) -> str:
    """The text of an element and of all in it."""
    return "".join(
        child.text if isinstance(child, Text) else all_text(child) for child in element.children
    )


def ids_of(element: Element) -> Iterator[str]:
    """The ids of an element and of all in it."""
    if "id" in element.attributes:
        yield element.attributes["id"]
    for child in element.elements:
        yield from ids_of(child)
