"""Screens that pages are shown on, with their makers' figures.

Read 2026-11-23 from Amazon's and Rakuten Kobo's product pages and KCC's table of devices.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

_CSS_PER_INCH = 96


@dataclass(frozen=True, slots=True)
class Device:
    """A screen, held upright."""

    name: str
    label: str
    width: int
    """Pixels of its own."""
    height: int
    per_inch: int = _CSS_PER_INCH
    """Its own pixels on an inch."""
    is_grey: bool = False
    """It shows sixteen greys."""

    @property
    def ratio(self) -> float:
        """Its own pixels to one of CSS, which is 1/96 inch."""
        return self.per_inch / _CSS_PER_INCH

    @property
    def css_size(self) -> tuple[int, int]:
        """Width and height in CSS pixels, rounded up."""
        return ceil(self.width / self.ratio), ceil(self.height / self.ratio)


DEVICES = {
    device.name: device
    for device in (
        Device("phone", "Phone", 390, 844),
        Device("tablet", "Tablet", 1024, 1366),
        Device("paperwhite", "Kindle Paperwhite", 1272, 1696, 300, is_grey=True),
        Device("colorsoft", "Kindle Colorsoft", 1272, 1696, 300),
        Device("scribe", "Kindle Scribe", 1986, 2648, 300, is_grey=True),
        Device("scribe-colour", "Kindle Scribe Colorsoft", 1986, 2648, 300),
        Device("libra", "Kobo Libra Colour", 1264, 1680, 300),
        Device("sage", "Kobo Sage", 1440, 1920, 300, is_grey=True),
        Device("clara", "Kobo Clara Colour", 1072, 1448, 300),
    )
}
