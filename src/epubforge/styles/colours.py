"""Colours of CSS as light, and the contrast of two of them.

https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from tinycss2 import color4


@dataclass(frozen=True, slots=True)
class Colour:
    """Red, green, blue and opacity in sRGB, each from 0 to 1."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0

    def over(self, ground: Colour) -> Colour:
        """What is seen where it lies on an opaque ground."""
        share = self.alpha
        return Colour(
            self.red * share + ground.red * (1 - share),
            self.green * share + ground.green * (1 - share),
            self.blue * share + ground.blue * (1 - share),
        )

    @property
    def luminance(self) -> float:
        """How light it is, from 0 (black) to 1 (white).

        https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
        """
        red, green, blue = (_linear(each) for each in (self.red, self.green, self.blue))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    @property
    def name(self) -> str:
        """As CSS writes it: #d1463a."""
        parts = (
            round(max(0.0, min(1.0, each)) * 255) for each in (self.red, self.green, self.blue)
        )
        return "#" + "".join(f"{part:02x}" for part in parts)


WHITE = Colour(1, 1, 1)
BLACK = Colour(0, 0, 0)


@lru_cache(maxsize=1024)
def read_colour(text: str) -> Colour | None:
    """The colour that a text of CSS names; None for none, and for one that depends on others."""
    parsed = color4.parse_color(text)
    if parsed is None or isinstance(parsed, str):
        return None
    try:
        red, green, blue = (part or 0.0 for part in parsed.to("srgb").coordinates)
    except NotImplementedError:  # spaces that tinycss2 does not turn into sRGB
        return None
    return Colour(red, green, blue, 1.0 if parsed.alpha is None else parsed.alpha)


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two opaque colours, from 1 to 21."""
    light, dark = sorted((one.luminance, other.luminance), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _linear(part: float) -> float:
    part = max(0.0, min(1.0, part))
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
