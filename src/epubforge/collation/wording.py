"""Two wordings of one paragraph laid side by side, word by word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from epubforge.collation.sequences import Effort, Stretch, align

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]|[^\W_]+|\S")
"""A word, a Chinese character or kana, or a single other sign."""
_SHORTEST_LINK = 2
"""Words that two changes must have between them, else they are told as one."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of both wordings, or of one alone."""

    kind: Literal["same", "out", "in"]
    text: str


def wording(before: str, after: str, effort: Effort | None = None) -> tuple[Piece, ...]:
    """The pieces in order: what went out stands before what came in."""
    one, other = list(_WORD.finditer(before)), list(_WORD.finditer(after))
    pieces: list[Piece] = []
    gap = other_gap = ""
    at = other_at = 0
    for each in _readable(align([m[0] for m in one], [m[0] for m in other], effort)):
        stop = one[each.end].start() if each.end < len(one) else len(before)
        other_stop = other[each.other_end].start() if each.other_end < len(other) else len(after)
        old, new = gap + before[at:stop], other_gap + after[other_at:other_stop]
        gap = other_gap = ""
        if each.is_same:
            if old != new:  # a blank that only one has belongs to what follows
                gap, other_gap = old[len(old.rstrip()) :], new[len(new.rstrip()) :]
                new = new.rstrip()
            pieces.append(Piece("same", new))
        else:
            pieces += [Piece("out", old)] if old else []
            pieces += [Piece("in", new)] if new else []
        at, other_at = stop, other_stop
    return tuple(pieces)


def _readable(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Changes with hardly a word between them told as one change."""
    found: list[Stretch] = []
    for place, each in enumerate(stretches):
        is_between = 0 < place < len(stretches) - 1
        if each.is_same and is_between and each.end - each.start < _SHORTEST_LINK:
            each = replace(each, is_same=False)
        if found and found[-1].is_same == each.is_same:
            last = found.pop()
            each = Stretch(last.start, each.end, last.other_start, each.other_end, each.is_same)
        found.append(each)
    return found


def likeness(before: Counter[str], after: Counter[str]) -> float:
    """How many of their words two texts share, from 0 to 1."""
    whole = before.total() + after.total()
    return 2 * (before & after).total() / whole if whole else 1.0


def words_of(text: str) -> Counter[str]:
    """The words of a text, for `likeness`."""
    return Counter(_WORD.findall(text.casefold()))
