"""Boxes and lines given their places in one long column, margins collapsed as CSS asks.

https://www.w3.org/TR/CSS2/box.html#collapsing-margins. What is left of margins that meet goes above
the outermost box that begins there, else below the one that ended: so the page says each distance
once, and no reading system has to collapse anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from epubforge.typeset.boxes import Box, Closed, Event, Opened, Slice


@dataclass(frozen=True, slots=True)
class Placed:
    """The slices with their places, and how high the column is."""

    slices: tuple[Slice, ...]
    cuts: tuple[int, ...]
    """For each slice the first event that goes to the next page where a page ends after it."""
    height: float


@dataclass(slots=True)
class _Column:
    y: float = 0.0
    margins: list[float] = field(default_factory=list)
    opener: Box | None = None
    closer: Box | None = None
    start: float | None = None
    """Where a page may begin: behind the first margins after the last slice."""

    def flush(self) -> None:
        margin = max((m for m in self.margins if m > 0), default=0.0)
        margin += min((m for m in self.margins if m < 0), default=0.0)
        if self.opener is not None:
            self.opener.top = margin
        elif self.closer is not None:
            self.closer.bottom = margin
        elif self.margins:
            margin = 0.0
        self.y += margin
        self.margins, self.opener, self.closer = [], None, None
        if self.start is None:
            self.start = self.y


def placed(events: Sequence[Event]) -> Placed:
    """Gives each slice its place, and each box what is left of its margins."""
    column = _Column()
    found: list[Slice] = []
    cuts: list[int] = []
    is_open = False
    for at, event in enumerate(events):
        if is_open and not isinstance(event, Closed):
            found[-1].end = column.y
            cuts.append(at)
            is_open = False
        match event:
            case Opened(box):
                box.top = box.bottom = 0.0
                column.margins.append(box.margin.top)
                column.opener = column.opener or box
                if box.above > 0:
                    column.flush()
                    column.y += box.above
            case Closed(box):
                if box.below > 0:
                    column.flush()
                    column.y += box.below
                column.margins.append(box.margin.bottom)
                column.closer = box
            case Slice():
                column.flush()
                event.start = column.start if column.start is not None else column.y
                event.top, event.at = column.y, at
                column.y += event.set.height
                event.bottom = column.y
                column.start = None
                found.append(event)
                is_open = True
            case _:
                pass
    if is_open:
        found[-1].end = column.y
        cuts.append(len(events))
    return Placed(tuple(found), tuple(cuts), column.y)
