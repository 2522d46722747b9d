"""Fragments turned into lines: the whole paragraph is weighed, as Knuth and Plass taught.

D. E. Knuth and M. F. Plass, Breaking paragraphs into lines, Software: Practice and Experience 11
(1981). First without hyphens; where a line would come out too loose, with them; and where that
does not do, with whatever can be had.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from epubforge.typeset.inline import Fragment

STRETCH, SHRINK = 0.5, 0.2
"""Of a space: what it may easily grow, and what it may shrink at most."""
_TOLERANCES = (1.6, 3.0, float("inf"))
_HYPHEN, _SOFT, _TWICE, _LADDER, _LAST, _RUNT = (
    60.0,
    20.0,
    4_000.0,
    200_000.0,
    20_000.0,
    3_000.0,
)
_SHORTEST = 0.08
"""Of the measure: a last line that is shorter looks like a hole."""
_OVERFULL = 1e9


@dataclass(frozen=True, slots=True)
class Line:
    """Fragments from `start` up to `end`, that one left out, and how they fill the line."""

    start: int
    end: int
    natural: float
    width: float
    spaces: int


@dataclass(frozen=True, slots=True)
class Measures:
    """How long the lines are."""

    width: float
    indent: float = 0.0
    hanging: float = 0.0
    """What a line takes that follows one broken without the author's will."""
    is_justified: bool = False
    is_balanced: bool = False
    ragged: float = 40.0
    """How much shorter a line may easily be where it is not justified."""


@dataclass(slots=True)
class _Node:
    at: int
    total: float
    before: _Node | None
    hyphens: int


def break_lines(fragments: Sequence[Fragment], measures: Measures) -> list[Line]:
    """The lines of a paragraph."""
    has_hyphens = any(fragment.after == "hyphen" for fragment in fragments)
    prefix = _Sums(fragments)
    for tolerance in _TOLERANCES:
        with_hyphens = tolerance > _TOLERANCES[0]
        if tolerance == _TOLERANCES[1] and not has_hyphens:
            continue
        last = _fit(fragments, prefix, measures, tolerance, with_hyphens)
        if last is not None:
            return _lines(last, fragments, prefix, measures)
    raise AssertionError("any paragraph can be broken where nothing is forbidden")


class _Sums:
    def __init__(self, fragments: Sequence[Fragment]) -> None:
        self.widths = [0.0]
        self.spaces = [0]
        width, spaces = 0.0, 0
        for fragment in fragments:
            width += fragment.width + fragment.gap_width
            spaces += fragment.spaces + len(fragment.gap)
            self.widths.append(width)
            self.spaces.append(spaces)


def _fit(
    fragments: Sequence[Fragment],
    sums: _Sums,
    measures: Measures,
    tolerance: float,
    with_hyphens: bool,
) -> _Node | None:
    active = [_Node(0, 0.0, None, 0)]
    widths, spaces = sums.widths, sums.spaces
    full, indent, hanging = measures.width, measures.indent, measures.hanging
    is_justified, ragged = measures.is_justified, measures.ragged
    is_open = tolerance == float("inf")
    target = _balanced(widths[-1], measures) if measures.is_balanced else 0.0
    for at, fragment in enumerate(fragments):
        after = fragment.after
        if after == "hyphen" and not with_hyphens:
            continue
        is_end = after in ("end", "forced", "newline")
        right = widths[at] + fragment.width + fragment.hyphen
        between = spaces[at] + fragment.spaces
        best: _Node | None = None
        best_total, best_hyphens = float("inf"), 0
        kept: list[_Node] = []
        narrowest: _Node | None = None
        for node in active:
            start = node.at
            natural = right - widths[start]
            if start == 0:
                natural += indent
            elif hanging and fragments[start - 1].after != "newline":
                natural += hanging
            free = full - natural
            gaps = between - spaces[start]
            space = fragments[start].gap_width or full
            if free < -0.01:
                room = SHRINK * space * gaps if is_justified and space < full else 0.0
                if free < -room - 0.01:
                    narrowest = node  # the last one asked has the shortest line
                    continue
                ratio = free / room
                badness = 100.0 * -ratio * ratio * ratio
            elif is_end and not target:
                badness = 0.0
            elif target:
                short = target - natural
                badness = 100.0 * (short / (0.2 * full)) ** 2
            else:
                room = STRETCH * space * gaps if is_justified and space < full else ragged
                if room <= 0:
                    room = ragged / 2
                ratio = free / room
                if ratio > tolerance:
                    kept.append(node)
                    continue
                badness = 100.0 * min(ratio, 30.0) ** 3 if is_justified else 100.0 * ratio * ratio
            kept.append(node)
            total = node.total + (10.0 + badness) ** 2
            hyphens = 0
            if after == "hyphen" or after == "soft":
                hyphens = node.hyphens + 1
                total += (_HYPHEN if after == "hyphen" else _SOFT) ** 2
                if hyphens == 2:
                    total += _TWICE
                elif hyphens > 2:
                    total += _LADDER
            elif is_end and node.hyphens:
                total += _LAST
            if is_end and start > 0 and natural < _SHORTEST * full:
                total += _RUNT
            total += fragment.penalty
            if total < best_total:
                best, best_total, best_hyphens = node, total, hyphens
        if best is None and not kept:
            if not is_open or narrowest is None:
                return None
            best, best_total = narrowest, narrowest.total + _OVERFULL
        if best is None:
            if is_end:
                return None
            active = kept
            continue
        new = _Node(at + 1, best_total, best, best_hyphens)
        active = [new] if is_end else [*kept, new]
    return active[0]


def _balanced(width: float, measures: Measures) -> float:
    """Of a heading of several lines, how long each would be if they were equal."""
    lines = -(-width // measures.width)
    return min(width / lines * 1.02, measures.width) if lines > 1 else 0.0


def _lines(
    last: _Node, fragments: Sequence[Fragment], sums: _Sums, measures: Measures
) -> list[Line]:
    lines: list[Line] = []
    node = last
    while node.before is not None:
        start, end = node.before.at, node.at
        fragment = fragments[end - 1]
        natural = sums.widths[end - 1] + fragment.width - sums.widths[start]
        natural += fragment.hyphen
        width = measures.width
        if start == 0:
            width -= measures.indent
        elif measures.hanging and fragments[start - 1].after != "newline":
            width -= measures.hanging
        spaces = sums.spaces[end - 1] + fragment.spaces - sums.spaces[start]
        lines.append(Line(start, end, natural, width, spaces))
        node = node.before
    return lines[::-1]
