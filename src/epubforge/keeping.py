"""What a stage may be given, so that it does not make again what it made before of the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

V = TypeVar("V")


class Keep(Protocol):
    """Keeps one value for each name, with all that it was made from."""

    def __call__(self, name: str, given: object, make: Callable[[], V]) -> V:
        """The value of that name: the one that is kept if it was made from an equal `given`."""
        ...


def anew(name: str, given: object, make: Callable[[], V]) -> V:
    """Nothing is kept: every value is made when it is asked for."""
    return make()
