"""The plates in the order in which they stand: by name or as in the table, group by group."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from epubforge.model.project import PlateOrder, PlateSource
from epubforge.project.natural import natural


def in_order(
    plates: Sequence[PlateSource], absent: Sequence[PlateSource], order: PlateOrder
) -> tuple[PlateSource, ...]:
    """The plates whose files are there, in natural order, with those that are not among them.

    In the table's order, plates without a row follow behind those with one. Groups stand in the
    order of their first plates; plates of no group come before all groups, as behind one they
    would be taken for a part of it.
    """
    together = list(plates)
    names = [natural(plate.path) for plate in together]
    for plate in absent:
        at = bisect_right(names, natural(plate.path))
        together.insert(at, plate)
        names.insert(at, natural(plate.path))
    if order == "table":
        together.sort(key=_row)
    groups: dict[str, list[PlateSource]] = {"": []}
    for plate in together:
        groups.setdefault(plate.caption.group if plate.caption else "", []).append(plate)
    return tuple(plate for group in groups.values() for plate in group)


def _row(plate: PlateSource) -> tuple[bool, int]:
    """Where the row stands; behind all rows, the plates of which the table does not speak."""
    caption = plate.caption
    if caption is None or "file" not in caption.spans:
        return (True, 0)
    return (False, caption.span.start)
