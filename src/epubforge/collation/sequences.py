"""Two sequences laid side by side: what they share, in order, found in bounded time.

What is once in both holds the rest in place, between two such the same again: Bram Cohen's patience
diff. Where nothing is once, small stretches are compared in full, large ones taken for replaced.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

_LARGEST = 40_000
"""Pairs that a stretch without anything unique may have to be compared in full: some
milliseconds."""
_ALTOGETHER = 15_000_000
"""Such pairs of a whole book: some seconds."""


@dataclass(slots=True)
class Effort:
    """How many pairs may still be compared in full; shared by all that is aligned for one book."""

    left: int = _ALTOGETHER

    def allows(self, pairs: int) -> bool:
        """Whether so many may be compared; they count then as done."""
        if pairs > min(_LARGEST, self.left):
            return False
        self.left -= pairs
        return True


@dataclass(frozen=True, slots=True)
class Stretch:
    """Items of the first sequence, and those of the second that stand in their place."""

    start: int
    end: int
    other_start: int
    other_end: int
    is_same: bool


def align(
    one: Sequence[Hashable], other: Sequence[Hashable], effort: Effort | None = None
) -> tuple[Stretch, ...]:
    """Stretches that cover both sequences; same and changed ones take turns."""
    pairs = sorted(_pairs(one, other, effort or Effort()))
    found: list[Stretch] = []
    at = other_at = 0
    index = 0
    while index < len(pairs):
        start, other_start = pairs[index]
        if start > at or other_start > other_at:
            found.append(Stretch(at, start, other_at, other_start, False))
        length = 1
        while pairs[index + length : index + length + 1] == [
            (start + length, other_start + length)
        ]:
            length += 1
        at, other_at = start + length, other_start + length
        found.append(Stretch(start, at, other_start, other_at, True))
        index += length
    if at < len(one) or other_at < len(other):
        found.append(Stretch(at, len(one), other_at, len(other), False))
    return tuple(found)


def _pairs(
    one: Sequence[Hashable], other: Sequence[Hashable], effort: Effort
) -> Iterator[tuple[int, int]]:
    """The places of the items that are kept, in both."""
    waiting = [(0, len(one), 0, len(other))]
    while waiting:
        start, end, other_start, other_end = waiting.pop()
        while start < end and other_start < other_end and one[start] == other[other_start]:
            yield start, other_start
            start, other_start = start + 1, other_start + 1
        while start < end and other_start < other_end and one[end - 1] == other[other_end - 1]:
            end, other_end = end - 1, other_end - 1
            yield end, other_end
        if start == end or other_start == other_end:
            continue
        kept = _unique(one, other, (start, end, other_start, other_end))
        if kept:
            waiting += _between(kept, (start, end, other_start, other_end))
            yield from kept
        elif effort.allows((end - start) * (other_end - other_start)):
            for at, other_at in longest(one[start:end], other[other_start:other_end]):
                yield start + at, other_start + other_at


_Window = tuple[int, int, int, int]


def _between(kept: list[tuple[int, int]], window: _Window) -> Iterator[_Window]:
    at, end, other_at, other_end = window
    for place, other_place in [*kept, (end, other_end)]:
        if place > at and other_place > other_at:
            yield at, place, other_at, other_place
        at, other_at = place + 1, other_place + 1


def _unique(
    one: Sequence[Hashable], other: Sequence[Hashable], window: _Window
) -> list[tuple[int, int]]:
    """What is once in each, as far as it stands in the same order."""
    start, end, other_start, other_end = window
    places = _once(one, start, end)
    other_places = _once(other, other_start, other_end)
    pairs = [(at, other_places[item]) for item, at in places.items() if item in other_places]
    return rising(pairs)


def _once(items: Sequence[Hashable], start: int, end: int) -> dict[Hashable, int]:
    found: dict[Hashable, int] = {}
    twice: set[Hashable] = set()
    for at in range(start, end):
        item = items[at]
        if item in found:
            twice.add(item)
        found[item] = at
    return {item: at for item, at in found.items() if item not in twice}


def rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of pairs whose firsts rise, as many as possible whose seconds rise too."""
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, (_, second) in enumerate(pairs):
        pile = bisect_left(tops, second)
        tops[pile : pile + 1] = [second]
        ends[pile : pile + 1] = [at]
        before.append(ends[pile - 1] if pile else -1)
    found = []
    at = ends[-1] if ends else -1
    while at >= 0:
        found.append(pairs[at])
        at = before[at]
    return found[::-1]


def longest(one: Sequence[Hashable], other: Sequence[Hashable]) -> list[tuple[int, int]]:
    """The longest sequence that both hold in order, found in full."""
    width = len(other) + 1
    table = [[0] * width for _ in range(len(one) + 1)]
    for at in range(len(one) - 1, -1, -1):
        row, below, item = table[at], table[at + 1], one[at]
        for other_at in range(len(other) - 1, -1, -1):
            if item == other[other_at]:
                row[other_at] = below[other_at + 1] + 1
            else:
                row[other_at] = max(below[other_at], row[other_at + 1])
    found = []
    at = other_at = 0
    while at < len(one) and other_at < len(other):
        if one[at] == other[other_at]:
            found.append((at, other_at))
            at, other_at = at + 1, other_at + 1
        elif table[at + 1][other_at] >= table[at][other_at + 1]:
            at += 1
        else:
            other_at += 1
    return found
