"""What can stand on a sheet of lettering: lines of words, and bars."""

from __future__ import annotations

from dataclasses import dataclass

Colour = tuple[int, int, int]
"""Red, green, blue."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of words: where its baseline begins, how large, in which colour."""

    text: str
    left: float
    baseline: float
    size: int
    colour: Colour
    ground: Colour
    """The colour that it stands on."""
    weight: float = 0
    """How much bolder than the typeface, in pixels on each side of a stroke."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled rectangle."""

    left: float
    top: float
    right: float
    bottom: float
    colour: Colour
