"""What the cells of a table ask for turned into the widths of its columns."""

from __future__ import annotations

from collections.abc import Sequence

from epubforge.styles.tree import Element

_MOST = 1000


def shares(
    narrow: Sequence[float], wide: Sequence[float], whole: float, room: float
) -> list[float]:
    """Column widths: their contents' own where there is room, shared out where there is not.

    `whole` is how wide the table wants to be at least.
    """
    least, most = sum(narrow), sum(wide)
    if most <= room:
        width = max(whole, most)
        return _grown(wide, width)
    if least <= room:
        spare = (room - least) / (most - least) if most > least else 0.0
        return [n + (w - n) * spare for n, w in zip(narrow, wide, strict=True)]
    floor = 0.5 * room / len(narrow)
    shrunk = [min(n, max(floor, n * room / least)) for n in narrow]
    return [one * room / sum(shrunk) for one in shrunk]


def span_of(cell: Element, name: str) -> int:
    """How many columns or rows a cell takes."""
    value = cell.attributes.get(name, "1")
    return min(max(int(value), 1), _MOST) if value.isdigit() and len(value) < 6 else 1


def _grown(widths: Sequence[float], whole: float) -> list[float]:
    total = sum(widths)
    if total <= 0:
        return [whole / len(widths)] * len(widths)
    return [one * whole / total for one in widths]
