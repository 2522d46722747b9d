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
    """Even levels run from left to right, odd ones from right to left; rules I1, I2, N1, N2."""
    base = "R" if is_rtl else "L"
    level = {"L": 2, "R": 1, "N": 2} if is_rtl else {"L": 0, "R": 1, "N": 2}
    kinds = _resolved(_kinds(text), base)
    levels: list[int] = []
    for is_neutral, run in groupby(kinds, key=lambda kind: kind == ""):
        stretch = list(run)
        start, end = len(levels), len(levels) + len(stretch)
        if not is_neutral:
            levels += [level[kind] for kind in stretch]
            continue
        # Numbers count as right-to-left for what stands beside them.
        before = kinds[start - 1].replace("N", "R") if start else base
        after = kinds[end].replace("N", "R") if end < len(kinds) else base
        levels += [level[before if before == after else base]] * len(stretch)
    return levels


def _kinds(text: str) -> list[str]:
    """Each character's direction; marks take that of what they stand on, signs within numbers
    that of the number: rules W1, W4."""
    kinds: list[str] = []
    for sign in text:
        kind = unicodedata.bidirectional(sign)
        kinds.append(kinds[-1] if kind in _MARKS and kinds else kind)
    for at in range(1, len(kinds) - 1):
        if kinds[at] in _WITHIN_NUMBERS and kinds[at - 1] in _NUMBERS >= {kinds[at + 1]}:
            kinds[at] = kinds[at - 1]
    return kinds


def _resolved(kinds: Sequence[str], base: str) -> list[str]:
    """`L`, `R`, `N` for a number among right-to-left letters, nothing for what is neutral: W7."""
    found: list[str] = []
    strong = base
    for kind in kinds:
        if kind == "L" or kind in _RIGHT:
            strong = "L" if kind == "L" else "R"
            found.append(strong)
        elif kind in _NUMBERS:
            found.append("L" if kind == "EN" and strong == "L" else "N")
        else:
            found.append("")
    return found


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
