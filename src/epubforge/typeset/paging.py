"""A column cut into pages: where a page may end, and where it had better not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from epubforge.typeset.boxes import Box, Closed, Event, Opened, Slice
from epubforge.typeset.placing import Placed

_FORCED = frozenset("page always left right recto verso all".split())
_AVOIDED = frozenset(("avoid", "avoid-page"))
_LINE, _INSIDE, _TOGETHER, _EMPTY = 30.0, 60.0, 90.0, 40.0
"""What it costs to part two lines of which one is left alone, a box that is to stay whole, a
heading from its text; and to leave a page empty."""


@dataclass(frozen=True, slots=True)
class Range:
    """The events of one page, and the boxes that go on from the page before."""

    start: int
    end: int
    again: tuple[Box, ...]
    keeps_margin: bool
    """Whether the margin above its first box stays: at the beginning, and behind a forced break."""


@dataclass(frozen=True, slots=True)
class _Boundary:
    cut: int
    stack: tuple[Box, ...]
    penalty: float
    is_forced: bool
    head: float


def ranges(events: Sequence[Event], column: Placed, height: float) -> Iterator[Range]:
    """The pages of that height."""
    boundaries = _boundaries(events, column)
    slices = column.slices
    first, start, again, keeps = 0, 0, (), True
    stack: tuple[Box, ...] = again
    head = 0.0
    while first < len(slices):
        top = slices[first].start
        if keeps:
            top = slices[first - 1].end if first else 0.0
        last = _last(slices, boundaries, first, top, height - head)
        boundary = boundaries[last]
        is_end = last == len(slices) - 1
        yield Range(start, len(events) if is_end else boundary.cut, stack, keeps)
        start, stack, head = boundary.cut, boundary.stack, boundary.head
        keeps = boundary.is_forced
        first = last + 1
    if not slices and events:
        yield Range(0, len(events), (), True)


def _last(
    slices: Sequence[Slice],
    boundaries: Sequence[_Boundary],
    first: int,
    top: float,
    room: float,
) -> int:
    """The last slice of the page that begins with that slice."""
    best, best_cost = first, float("inf")
    for at in range(first, len(slices)):
        used = slices[at].end - top
        if used > room + 0.01 and at > first:
            return best
        boundary = boundaries[at]
        if boundary.is_forced:
            return at
        empty = max(room - used, 0.0) / room
        cost = boundary.penalty + _EMPTY * empty * empty
        if cost <= best_cost:
            best, best_cost = at, cost
    return len(slices) - 1


def _boundaries(events: Sequence[Event], column: Placed) -> list[_Boundary]:
    """What it means to end a page after each slice."""
    found: list[_Boundary] = []
    stack: list[Box] = []
    ends = dict(zip(column.cuts, column.slices, strict=True))
    following = [*column.slices[1:], None]
    numbers = {id(s): n for n, s in enumerate(column.slices)}
    for at in range(len(events) + 1):
        if at in ends:
            before = ends[at]
            after = following[numbers[id(before)]]
            if after is not None:
                found.append(_boundary(events, at, stack, before, after))
            else:
                found.append(_Boundary(at, (), 0.0, True, 0.0))
        if at == len(events):
            break
        event = events[at]
        if isinstance(event, Opened):
            stack.append(event.box)
        elif isinstance(event, Closed):
            stack.pop()
    return found


def _boundary(
    events: Sequence[Event], cut: int, stack: Sequence[Box], before: Slice, after: Slice
) -> _Boundary:
    penalty, is_forced = 0.0, False
    if before.box is after.box and before.box.kind in ("leaf", "cell"):
        style = before.box.style
        lines = before.number + 1
        if lines < style.orphans or before.of - lines < style.widows:
            penalty = _LINE
    if any(box.style.break_inside in _AVOIDED for box in stack):
        penalty = max(penalty, _INSIDE)
    for event in events[before.at : after.at]:
        wish = ""
        if isinstance(event, Closed):
            wish = event.box.style.break_after
        elif isinstance(event, Opened):
            wish = event.box.style.break_before
        is_forced = is_forced or wish in _FORCED
        if wish in _AVOIDED:
            penalty = max(penalty, _TOGETHER)
    head = max((box.head_height for box in stack), default=0.0)
    return _Boundary(cut, tuple(stack), penalty, is_forced, head)
