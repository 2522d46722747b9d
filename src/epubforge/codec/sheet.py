"""What can stand on a sheet: ink in any shape, and bars."""

from __future__ import annotations

from dataclasses import dataclass, field

Colour = tuple[int, int, int]
"""Red, green, blue."""


@dataclass(frozen=True, slots=True)
class Ink:
    """A rectangle of ink in one colour, more or less of it at each pixel."""

    left: int
    top: int
    width: int
    height: int
    rows: bytes = field(repr=False)
    """Row by row from the top, 0 to 255 for each pixel."""
    colour: Colour = (0, 0, 0)


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled rectangle; right and bottom lie outside of it."""

    left: float
    top: float
    right: float
    bottom: float
    colour: Colour
