"""The sizes of pictures at a few qualities turned into those at all, and into the best quality."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

COARSEST = 40
"""Below this quality the blocks of a JPEG show in skies and faces: no limit is worth that."""
_RUNGS = 4


@dataclass(frozen=True, slots=True)
class Curve:
    """What a picture weighs as it is, and at some qualities, the finest first."""

    now: int
    qualities: tuple[int, ...]
    sizes: tuple[int, ...]

    def at(self, quality: int) -> float:
        """Bytes at a quality between the first and the last; never more than now.

        Between two rungs the size falls with a power of the step by which a JPEG rounds.
        """
        step = math.log(_step(quality))
        for one, other in zip(
            range(len(self.qualities)), range(1, len(self.qualities)), strict=False
        ):
            if quality >= self.qualities[other]:
                left, right = (math.log(_step(self.qualities[at])) for at in (one, other))
                part = (step - left) / (right - left)
                finer, coarser = self.sizes[one], self.sizes[other]
                return min(self.now, finer * math.exp(math.log(coarser / finer) * part))
        return min(self.now, self.sizes[-1])


def rungs(finest: int) -> tuple[int, ...]:
    """The qualities to be measured, from the finest to the coarsest; none below that."""
    if finest <= COARSEST:
        return ()
    ratio = _step(COARSEST) / _step(finest)
    steps = (_step(finest) * ratio ** (at / (_RUNGS - 1)) for at in range(_RUNGS))
    return tuple(sorted({_quality(step) for step in steps} | {finest, COARSEST}, reverse=True))


def highest(curves: Sequence[Curve], room: float, below: int) -> int:
    """The highest quality under `below` at which all fit into so many bytes, or the coarsest."""
    low, high = COARSEST, max(COARSEST, below - 1)
    while low < high:
        middle = (low + high + 1) // 2
        if sum(curve.at(middle) for curve in curves) <= room:
            low = middle
        else:
            high = middle - 1
    return low


def _step(quality: int) -> float:
    """How coarsely libjpeg rounds at a quality, in hundredths of the standard's tables."""
    return max(1.0, 5000 / quality if quality < 50 else 200 - 2 * quality)


def _quality(step: float) -> int:
    return round(5000 / step if step > 100 else (200 - step) / 2)
