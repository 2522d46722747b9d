"""What the book says of itself: metadata, and accessibility with what shops make of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from epubforge.collation.collate import Collation
from epubforge.collation.fields import FieldChange
from epubforge.report.comparison.signs import new, out
from epubforge.report.layout import Layout, Line, Said

_MOST = 40
"""Values of one field that are shown; JSON holds them all."""


def metadata(page: Layout, collation: Collation) -> None:
    """Field by field."""
    if collation.metadata:
        page.heading("Metadata")
        page.pairs(_fields(collation.metadata))


def accessibility(page: Layout, collation: Collation) -> None:
    """The statements, then what shops will say instead."""
    if collation.accessibility:
        page.heading("Accessibility metadata")
        page.pairs(_fields(collation.accessibility))
    if collation.card:
        page.heading("What shops say of its accessibility")
        for each in collation.card:
            page.line(Said(each.field, "cyan"), 2)
            for line in _lines(each):
                page.line(line, 4)


def _fields(changes: Sequence[FieldChange]) -> Iterator[tuple[str, Line]]:
    for each in changes:
        label = each.field
        for line in _lines(each):
            yield label, line
            label = ""


def _lines(change: FieldChange) -> Iterator[Line]:
    if sorted(change.before) == sorted(change.after):
        yield "in another order: " + ", ".join(change.after)
        return
    lines = [*map(out, change.before), *map(new, change.after)]
    yield from lines[:_MOST]
    if len(lines) > _MOST:
        yield Said(f"… {len(lines) - _MOST:,} more", "dim")
