"""Random choices from a key: the same key, the same choices, everywhere."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Stream:
    """A small random source that uses only `Random.random`, whose values are frozen."""

    def __init__(self, *key: str | int) -> None:
        digest = hashlib.sha256(repr(key).encode()).digest()
        self.real = random.Random(int.from_bytes(digest[:8], "big")).random

    def below(self, limit: int) -> int:
        """An integer from 0 up to but not including the limit."""
        return int(self.real() * limit)

    def between(self, low: int, high: int) -> int:
        """An integer in low..high, both ends included."""
        return low + int(self.real() * (high - low + 1))

    def uniform(self, low: float, high: float) -> float:
        """A number between low and high."""
        return low + self.real() * (high - low)

    def pick(self, items: Sequence[T]) -> T:
        """One of the items."""
        return items[int(self.real() * len(items))]

    def chance(self, probability: float) -> bool:
        """True as often as the probability says."""
        return self.real() < probability
