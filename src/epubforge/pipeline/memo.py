"""The memo of the pure steps: what was made once from the same input is not made again.

A value is kept by the content that it was made from (a chapter's text and settings, the digest of
a picture's bytes and the policy), so a memo may live as long as its process.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from epubforge.keeping import Keep

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

KEPT = 50
"""Turns for which a value is kept that nobody asks for: an author undoes what she did just now, or
looks at one edition for a while."""


class Memo:
    """Values of pure steps, in memory."""

    def __init__(self) -> None:
        self._values: dict[tuple[str, Hashable], object] = {}
        self._used: dict[tuple[str, Hashable], int] = {}
        self._latest: dict[tuple[str, str], tuple[object, object, int]] = {}
        self._turn = 0

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
        places = [(step, key) for key in keys]
        self._used.update(dict.fromkeys(places, self._turn))
        return tuple(self._values[place] for place in places)  # type: ignore[misc]

    def one(self, step: str, key: Hashable, make: Callable[[], V]) -> V:
        """The step's value for one key."""
        (value,) = self.each(step, (key,), lambda _: (make(),))
        return value

    def latest(self, step: str, name: str, given: object, make: Callable[[], V]) -> V:
        """The step's value of that name: the last one, if it was made from an equal `given`.

        For what can be compared and not hashed, and of what there is only one at a time: a page of
        an edition. What is the same object is equal at once.
        """
        place = (step, name)
        if place in self._latest:
            before, value, _ = self._latest[place]
            if before == given:
                self._latest[place] = (before, value, self._turn)
                return value  # type: ignore[return-value]
        made = make()
        self._latest[place] = (given, made, self._turn)
        return made

    def keep(self, step: str) -> Keep:
        """`latest` of that step, for stages that know of no memo."""

        def kept(name: str, given: object, make: Callable[[], V]) -> V:
            return self.latest(step, name, given, make)

        return kept

    def turn(self) -> None:
        """One more book is made: forget the values that nobody has asked for since long."""
        self._turn += 1
        old = [place for place, turn in self._used.items() if turn < self._turn - KEPT]
        for place in old:
            del self._used[place], self._values[place]
        idle = [name for name, (_, _, turn) in self._latest.items() if turn < self._turn - KEPT]
        for name in idle:
            del self._latest[name]
