"""What holds for an element because something around it says so, asked of many elements."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from epubforge.tree.document import Element

T = TypeVar("T")


class Nearest(Generic[T]):
    """What the nearest element says, from an element itself outwards.

    Each element of a page is looked at once, however deep it stands and however often it is asked.
    """

    def __init__(self, own: Callable[[Element], T | None]) -> None:
        self._own = own
        """What an element itself says; None: nothing."""
        self._known: dict[int, T | None] = {}

    def of(self, element: Element) -> T | None:
        """What holds for an element; None where nothing around it says anything."""
        path: list[int] = []
        found: T | None = None
        each: Element | None = element
        while each is not None:
            if each.order in self._known:
                found = self._known[each.order]
                break
            path.append(each.order)
            found = self._own(each)
            if found is not None:
                break
            each = each.parent
        for order in path:
            self._known[order] = found
        return found
