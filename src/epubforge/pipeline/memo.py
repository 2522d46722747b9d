"""The memo of the pure steps: what was made once from the same input is not made again.

A value is kept by the content that it was made from (a chapter's text and settings, the digest of
a picture's bytes and the policy), so a memo may live as long as its process.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Memo:
    """Values of pure steps, in memory."""

    def __init__(self) -> None:
        self._values: dict[tuple[str, Hashable], object] = {}

    def each(
        self, step: str, keys: Sequence[K], make: Callable[[Sequence[int]], Sequence[V]]
    ) -> tuple[V, ...]:
        """For each key the step's value.

        `make` is given the positions in `keys` whose values are not known yet, each key once, and
        returns their values in that order.
        """
        wanted: dict[K, int] = {}
        for at, key in enumerate(keys):
            if (step, key) not in self._values:
                wanted.setdefault(key, at)
        positions = tuple(wanted.values())
        if positions:
            made = make(positions)
            for at, value in zip(positions, made, strict=True):
                self._values[step, keys[at]] = value
        return tuple(self._values[step, key] for key in keys)  # type: ignore[misc]
