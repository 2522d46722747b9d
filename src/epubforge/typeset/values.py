"""CSS lengths turned into pixels: https://www.w3.org/TR/css-values-4/#lengths."""

from __future__ import annotations

import re
from dataclasses import dataclass

LENGTH = re.compile(
    r"([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)"
    r"(px|pt|pc|in|cm|mm|q|em|rem|ex|ch|ic|lh|vh|vw|vmin|vmax|%)?",
    re.IGNORECASE,
)
_ABSOLUTE = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4}
_ABSOLUTE["q"] = _ABSOLUTE["mm"] / 4
_THICKNESS = {"thin": 1.0, "medium": 3.0, "thick": 5.0}


@dataclass(frozen=True, slots=True)
class Units:
    """What relative lengths are relative to, in CSS pixels."""

    em: float
    root: float
    """The font size of the whole page, for `rem`."""
    width: float
    """Of the frame, for `vw`."""
    height: float
    """Of the frame, for `vh`."""


def is_length(value: str) -> bool:
    """Whether it is a number with a unit, a percentage, or naught."""
    found = LENGTH.fullmatch(value)
    return found is not None and (found[2] is not None or float(found[1]) == 0)


def pixels(value: str, units: Units, whole: float) -> float | None:
    """The length in CSS pixels, a percentage of the whole; None for `auto` and other words."""
    if value in _THICKNESS:
        return _THICKNESS[value]
    found = LENGTH.fullmatch(value)
    if found is None:
        return None
    number, unit = float(found[1]), (found[2] or "px").lower()
    if unit in _ABSOLUTE:
        return number * _ABSOLUTE[unit]
    match unit:
        case "em":
            return number * units.em
        case "ex" | "ch":
            return number * units.em / 2
        case "ic":
            return number * units.em
        case "lh":
            return number * units.em * 1.45
        case "rem":
            return number * units.root
        case "vw":
            return number * units.width / 100
        case "vh":
            return number * units.height / 100
        case "vmin":
            return number * min(units.width, units.height) / 100
        case "vmax":
            return number * max(units.width, units.height) / 100
        case _:
            return number * whole / 100
