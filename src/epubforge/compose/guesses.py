"""What was probably meant by a name that nothing has."""

from __future__ import annotations

import difflib
from collections.abc import Collection

_MOST_COMPARISONS = 20_000
"""About two seconds: a book whose names are all wrong is not held up by guesses at each."""
_LONGEST = 200
"""Nobody mistypes a longer name, and the time of a comparison grows with its square."""


class Guesses:
    """Finds names that are alike, as long as that takes no time."""

    def __init__(self) -> None:
        self._left = _MOST_COMPARISONS

    def near(self, wanted: str, known: Collection[str]) -> str | None:
        """The known name that is most like the wanted one; None where none is, or time is up."""
        return next(iter(self.all_near(wanted, known, 1)), None)

    def all_near(
        self, wanted: str, known: Collection[str], most: int, alike: float = 0.6
    ) -> list[str]:
        """The known names that are like the wanted one, the likest first."""
        self._left -= len(known)
        if self._left < 0 or len(wanted) > _LONGEST:
            return []
        return difflib.get_close_matches(wanted, known, most, alike)
