"""A face's vertical measures, as browsers take them from its tables."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from epubforge.fonts.face import Face
from epubforge.fonts.sfnt import tables

_USE_TYPO = 0x80
"""OS/2 fsSelection, USE_TYPO_METRICS."""


@dataclass(frozen=True, slots=True)
class Metrics:
    """All in em; what lies below the baseline is positive too."""

    ascent: float
    descent: float
    line_gap: float
    x_height: float
    cap_height: float


def metrics(face: Face) -> Metrics:
    """The measures by hhea; by OS/2's own where it says that they hold, or where hhea has none.

    Heights that the font does not state are taken from an x and an H.
    """
    found = tables(face.data)
    (em,) = struct.unpack_from(">H", found["head"].ljust(54, b"\0"), 18)
    ascent, descent, gap = struct.unpack_from(">hhh", found["hhea"].ljust(36, b"\0"), 4)
    os2 = found.get("OS/2", b"")
    if len(os2) >= 78:
        typo = struct.unpack_from(">hhh", os2, 68)
        (selection,) = struct.unpack_from(">H", os2, 62)
        if selection & _USE_TYPO or not (ascent or descent):
            ascent, descent, gap = typo
    x_height = cap_height = 0
    if len(os2) >= 90:
        x_height, cap_height = struct.unpack_from(">hh", os2, 86)
    em = em or 1000
    return Metrics(
        ascent / em,
        abs(descent) / em,
        max(gap, 0) / em,
        (x_height if x_height > 0 else _height(face, "x", em / 2)) / em,
        (cap_height if cap_height > 0 else _height(face, "H", em * 0.7)) / em,
    )


def _height(face: Face, letter: str, otherwise: float) -> float:
    import uharfbuzz

    from epubforge.fonts.variable import opened

    font = uharfbuzz.Font(opened(face.data))
    glyph = font.get_nominal_glyph(ord(letter))
    extents = font.get_glyph_extents(glyph) if glyph else None
    return float(extents.y_bearing) if extents and extents.y_bearing > 0 else otherwise
