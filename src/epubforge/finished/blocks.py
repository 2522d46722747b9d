"""The running text of a page, block by block."""

from __future__ import annotations

from dataclasses import dataclass

from epubforge.finished.page import Page
from epubforge.tree.document import Element
from epubforge.tree.names import XHTML

_NAMES = tuple("p li dd dt td th h1 h2 h3 h4 h5 h6 figcaption caption blockquote div".split())
_FULL = frozenset(f"{XHTML} {name}" for name in _NAMES)
_INNER = _FULL | frozenset(
    f"{XHTML} {name}" for name in "ul ol dl table figure section aside article pre nav".split()
)
_MOST_NODES = 400
"""Of one block that are looked at: its beginning is enough to know what it is."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of running text, with the element that holds it."""

    element: Element
    text: str
    """As far as it was read: the beginning of a very long one."""


def blocks(page: Page) -> list[Block]:
    """The elements that hold text and no other such element, in the order of the text."""
    found = [
        Block(element, text)
        for name in _NAMES
        for element in page.document.html(name)
        if (text := _text(element)) is not None
    ]
    return sorted(found, key=lambda block: block.element.order)


def _text(element: Element) -> str | None:
    """Its text; None where it holds blocks, or nothing."""
    pieces: list[str] = []
    waiting: list[Element | str] = list(reversed(element.content))
    for _ in range(_MOST_NODES):
        if not waiting:
            break
        each = waiting.pop()
        if isinstance(each, str):
            pieces.append(each)
        elif each.name in _INNER:
            return None
        else:
            waiting += reversed(each.content)
    text = "".join(pieces).strip()
    return text or None
