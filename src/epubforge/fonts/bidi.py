"""The order in which a line of text is seen: runs of one direction, from left to right.

What titles and names need of the Unicode bidirectional algorithm, without its marks of embedding:
https://www.unicode.org/reports/tr9/
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import groupby

_RIGHT = frozenset({"R", "AL"})
_NUMBERS = frozenset({"EN", "AN"})
_WITHIN_NUMBERS = frozenset({"ES", "CS", "ET"})
_MARKS = frozenset({"NSM", "BN"})


def visual_runs(text: str, is_rtl: bool) -> tuple[tuple[str, bool], ...]:
    """The text's runs from left to right, each in its logical order, with whether it is rtl."""
    levels = _levels(text, is_rtl)
    runs = [
        ("".join(sign for sign, _ in run), level)
        for level, run in groupby(zip(text, levels, strict=True), key=lambda pair: pair[1])
    ]
    ordered = _reordered(runs, max(levels, default=0))
    return tuple((run, level % 2 == 1) for run, level in ordered)


def is_rtl(text: str, otherwise: bool = False) -> bool:
    """Whether the first letter that has a direction runs from right to left."""
    for sign in text:
        kind = unicodedata.bidirectional(sign)
        if kind == "L":
            return False
        if kind in _RIGHT:
            return True
    return otherwise


def _levels(text: str, is_rtl: bool) -> list[int]:
    kinds = _kinds(text)
    base = 1 if is_rtl else 0
    levels = [_level(kind, base) for kind in kinds]
    at = 0
    while at < len(levels):
        if levels[at] is not None:
            at += 1
            continue
        end = at
        while end < len(levels) and levels[end] is None:
            end += 1
        before = levels[at - 1] if at else base
        after = levels[end] if end < len(levels) else base
        # Numbers count as right-to-left for what stands between them and such letters.
        sides = {(before or 0) % 2 or int(before == 2), (after or 0) % 2 or int(after == 2)}
        shared = sides.pop() if len(sides) == 1 else base
        levels[at:end] = [shared if shared or not base else 2] * (end - at)
        at = end
    return [level or 0 for level in levels]


def _kinds(text: str) -> list[str]:
    """Each character's direction; marks take that of what they stand on, signs within numbers
    that of the number."""
    kinds: list[str] = []
    for sign in text:
        kind = unicodedata.bidirectional(sign)
        kinds.append(kinds[-1] if kind in _MARKS and kinds else kind)
    for at in range(1, len(kinds) - 1):
        if kinds[at] in _WITHIN_NUMBERS and kinds[at - 1] in _NUMBERS >= {kinds[at + 1]}:
            kinds[at] = kinds[at - 1]
    return kinds


def _level(kind: str, base: int) -> int | None:
    if kind in _RIGHT:
        return 1
    if kind == "L":
        return 2 if base else 0
    if kind in _NUMBERS:
        return 2 if base else 0
    return None


def _reordered(runs: Sequence[tuple[str, int]], highest: int) -> list[tuple[str, int]]:
    """Rule L2: from the highest level down, what lies at it or above is turned round."""
    ordered = list(runs)
    for level in range(highest, 0, -1):
        turned: list[tuple[str, int]] = []
        for above, group in groupby(ordered, key=lambda run: run[1] >= level):
            part = list(group)
            turned += reversed(part) if above else part
        ordered = turned
    return ordered
