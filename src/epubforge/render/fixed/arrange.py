"""Leaves put on left and right pages in their order, with blanks where a side is waited for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from epubforge.model.fixed import Side
from epubforge.render.fixed.leaf import Leaf


@dataclass(frozen=True, slots=True)
class Placed:
    """A leaf with its number, its side and its name."""

    leaf: Leaf
    number: int
    """Counted from the first page of the book, the cover among them."""
    side: Side
    href: str


def arranged(leaves: Sequence[Leaf], direction: str) -> tuple[Placed, ...]:
    """The leaves with blanks among them; the first page is a right one, from the right a left one.

    Pages out of the reading order stand behind all others and are not waited for.
    """
    sides: tuple[Side, Side] = ("left", "right") if direction == "rtl" else ("right", "left")
    in_order = [leaf for leaf in leaves if leaf.page.linear]
    aside = [leaf for leaf in leaves if not leaf.page.linear]
    whole = [*_with_blanks(in_order, sides), *aside]
    names = _Names(leaf.page.href for leaf in leaves)
    return tuple(
        Placed(leaf, at + 1, sides[at % 2], names.give(leaf)) for at, leaf in enumerate(whole)
    )


def _with_blanks(leaves: Sequence[Leaf], sides: tuple[Side, Side]) -> Iterator[Leaf]:
    count = 0
    for leaf in leaves:
        if leaf.opens is not None and sides[count % 2] != leaf.opens:
            yield _blank(leaf)
            count += 1
        yield leaf
        count += 1


def _blank(before: Leaf) -> Leaf:
    page = replace(before.page, epub_type=None, role=None)
    return Leaf(page, "", {}, "blank", first=False, classes=("blank",))


class _Names:
    """Names of pages: the flowing page's for its first leaf, and with a number for the others."""

    def __init__(self, taken: Iterator[str]) -> None:
        self._taken = set(taken)

    def give(self, leaf: Leaf) -> str:
        if leaf.first:
            return leaf.page.href
        stem = leaf.page.href.removesuffix(".xhtml")
        stem, number = (f"{stem}-blank", 1) if leaf.kind == "blank" else (stem, 2)
        while (href := _numbered(stem, number)) in self._taken:
            number += 1
        self._taken.add(href)
        return href


def _numbered(stem: str, number: int) -> str:
    return f"{stem}-{number}.xhtml" if number > 1 else f"{stem}.xhtml"
