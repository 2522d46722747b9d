"""Alignment: laws that hold for any two sequences, and bounds that hold for the worst."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from epubforge.collation.sequences import Effort, Stretch, align, longest, rising

LISTS = st.lists(st.integers(0, 6), max_size=40)


@settings(deadline=None)
@given(LISTS, LISTS)
def test_stretches_cover_both(one: list[int], other: list[int]) -> None:
    """They follow on each other, take turns, and the same ones are the same."""
    at = other_at = 0
    before: bool | None = None
    for each in align(one, other):
        assert (each.start, each.other_start) == (at, other_at)
        assert each.end > each.start or each.other_end > each.other_start
        assert each.is_same is not before
        if each.is_same:
            assert one[each.start : each.end] == other[each.other_start : each.other_end]
        at, other_at, before = each.end, each.other_end, each.is_same
    assert (at, other_at) == (len(one), len(other))


@settings(deadline=None)
@given(LISTS)
def test_equal_sequences(items: list[int]) -> None:
    """One stretch, or none."""
    whole = Stretch(0, len(items), 0, len(items), True)
    assert align(items, items) == ((whole,) if items else ())


@settings(deadline=None)
@given(LISTS, LISTS)
def test_longest_is_longest(one: list[int], other: list[int]) -> None:
    """It is a common subsequence, and as long as the slow way finds."""
    pairs = longest(one, other)
    assert all(one[a] == other[b] for a, b in pairs)
    assert pairs == sorted(set(pairs))
    row = [0] * (len(other) + 1)
    for item in one:
        above = row[:]
        for at, each in enumerate(other):
            row[at + 1] = above[at] + 1 if item == each else max(row[at], above[at + 1])
    assert len(pairs) == row[-1]


@settings(deadline=None)
@given(st.permutations(range(12)))
def test_rising(seconds: list[int]) -> None:
    """What is kept rises in both, and nothing could be added."""
    kept = rising(list(enumerate(seconds)))
    assert [b for _, b in kept] == sorted(b for _, b in kept)
    best = [1] * len(seconds)
    for at, second in enumerate(seconds):
        best[at] += max((best[e] for e in range(at) if seconds[e] < second), default=0)
    assert len(kept) == max(best)


def test_an_inserted_item_is_all_that_is_new() -> None:
    """A hundred thousand items, one more in the middle."""
    items = list(range(100_000))
    found = align(items, [*items[:500], -1, *items[500:]])
    assert [each for each in found if not each.is_same] == [Stretch(500, 500, 500, 501, False)]


def test_effort_is_bounded() -> None:
    """Where nothing is unique, what is too much to compare is taken for replaced."""
    chance = random.Random(1)
    one, other = ([chance.randrange(3) for _ in range(50_000)] for _ in range(2))
    effort = Effort()
    align(one, other, effort)
    assert effort.left > 0
    assert align("aabb", "bbaa", Effort(0)) == (Stretch(0, 4, 0, 4, False),)
    assert align("aabb", "bbaa", Effort(16)) != (Stretch(0, 4, 0, 4, False),)
