"""Three lights, a white and a curve turned into the ICC profile that says the same.

PNG can describe its colours by numbers (cHRM and gAMA, cICP: https://www.w3.org/TR/png-3/#11cHRM),
AVIF and HEIC by code points (ITU-T H.273); the conversion to sRGB wants a profile.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

Row = tuple[float, float, float]
Matrix = tuple[Row, Row, Row]
Point = tuple[float, float]

_D50: Row = (0.9642, 1.0, 0.8249)
_BRADFORD: Matrix = (
    (0.8951, 0.2664, -0.1614), (-0.7502, 1.7135, 0.0367), (0.0389, -0.0685, 1.0296),
)  # fmt: skip
"""From XYZ to the cones that adapt: ICC.1:2022, annex E."""
_STEPS = 4096
_D65: Point = (0.3127, 0.3290)


@dataclass(frozen=True, slots=True)
class Space:
    """A colour space: the chromaticities of its white and lights, and how its numbers are coded."""

    white: Point
    red: Point
    green: Point
    blue: Point
    gamma: float | None = None
    """The exponent from light to number; None: sRGB's own curve."""


_LIGHTS: dict[int, tuple[Point, Point, Point]] = {
    1: ((0.640, 0.330), (0.300, 0.600), (0.150, 0.060)),
    9: ((0.708, 0.292), (0.170, 0.797), (0.131, 0.046)),
    12: ((0.680, 0.320), (0.265, 0.690), (0.150, 0.060)),
}
"""ITU-T H.273, table 2: BT.709 and sRGB, BT.2020, Display P3."""
_GAMMAS: dict[int, float | None] = {
    1: 0.5, 4: 1 / 2.2, 5: 1 / 2.8, 6: 0.5, 8: 1.0, 13: None, 14: 0.5, 15: 0.5,
}  # fmt: skip
"""ITU-T H.273, table 3, as far as still pictures use it; film's curve is nearly a square root."""

SRGB = (_D65, *_LIGHTS[1])
"""The places of its white and its lights."""


def coded_space(primaries: int, transfer: int) -> Space | None:
    """The space of those code points; None where they are unknown, or high dynamic range."""
    lights = _LIGHTS.get(primaries)
    if lights is None or transfer not in _GAMMAS:
        return None
    return Space(_D65, *lights, gamma=_GAMMAS[transfer])


@lru_cache(maxsize=8)
def profile_of(space: Space) -> bytes:
    """The ICC profile (version 2, lights and curves) of a space.

    Raises ValueError where its lights lie on a line, or its white cannot be mixed from them.
    """
    try:
        lights = _adapted(space)
    except ZeroDivisionError as error:
        raise ValueError("these lights make no colours") from error
    curve = _curve(space.gamma)
    tags = {
        b"desc": _description(), b"cprt": b"text\0\0\0\0none\0", b"wtpt": _xyz(_D50),
        **{name: _xyz(row) for name, row in zip((b"rXYZ", b"gXYZ", b"bXYZ"), lights, strict=True)},
        b"rTRC": curve, b"gTRC": curve, b"bTRC": curve,
    }  # fmt: skip
    return _file(tags)


def _adapted(space: Space) -> Matrix:
    """The lights' XYZ as they look beside a white of D50, each a row."""
    rows = tuple(map(_light, (space.red, space.green, space.blue)))
    columns: Matrix = _turned((rows[0], rows[1], rows[2]))
    white = _light(space.white)
    amounts = _times(_inverse(columns), white)
    before, after = _times(_BRADFORD, white), _times(_BRADFORD, _D50)
    back = _inverse(_BRADFORD)
    lights: list[Row] = []
    for row, amount in zip(rows, amounts, strict=True):
        cones = _times(_BRADFORD, (row[0] * amount, row[1] * amount, row[2] * amount))
        a, b, c = (cone * new / old for cone, new, old in zip(cones, after, before, strict=True))
        lights.append(_times(back, (a, b, c)))
    return lights[0], lights[1], lights[2]


def _light(point: Point) -> Row:
    x, y = point
    return x / y, 1.0, (1 - x - y) / y


def _times(matrix: Matrix, row: Row) -> Row:
    a, b, c = (sum(m * v for m, v in zip(line, row, strict=True)) for line in matrix)
    return a, b, c


def _turned(matrix: Matrix) -> Matrix:
    (a, b, c), (d, e, f), (g, h, i) = matrix
    return (a, d, g), (b, e, h), (c, f, i)


def _inverse(matrix: Matrix) -> Matrix:
    (a, b, c), (d, e, f), (g, h, i) = matrix
    whole = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)
    return (
        ((e * i - f * h) / whole, (c * h - b * i) / whole, (b * f - c * e) / whole),
        ((f * g - d * i) / whole, (a * i - c * g) / whole, (c * d - a * f) / whole),
        ((d * h - e * g) / whole, (b * g - a * h) / whole, (a * e - b * d) / whole),
    )


def _curve(gamma: float | None) -> bytes:
    light: Callable[[float], float] = _srgb_light if gamma is None else lambda v: v ** (1 / gamma)
    levels = [round(65_535 * light(step / (_STEPS - 1))) for step in range(_STEPS)]
    return b"curv\0\0\0\0" + struct.pack(f">I{_STEPS}H", _STEPS, *levels)


def _srgb_light(level: float) -> float:
    return level / 12.92 if level <= 0.04045 else float(((level + 0.055) / 1.055) ** 2.4)


def _xyz(row: Row) -> bytes:
    limited = (max(-30_000.0, min(30_000.0, value)) for value in row)
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(value * 65_536) for value in limited))


def _description() -> bytes:
    text = b"as the picture says\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(text)) + text + bytes(78)


def _file(tags: dict[bytes, bytes]) -> bytes:
    """ICC.1:2001-04, clauses 6.1 and 6.2."""
    table, body = struct.pack(">I", len(tags)), b""
    start = 128 + 4 + 12 * len(tags)
    for name, content in tags.items():
        table += name + struct.pack(">II", start + len(body), len(content))
        body += content + bytes(-len(content) % 4)
    head = struct.pack(
        ">I4sI4s4s4s6H4s", start + len(body), bytes(4), 0x02400000, b"mntr", b"RGB ", b"XYZ ",
        2000, 1, 1, 0, 0, 0, b"acsp",
    )  # fmt: skip
    white = struct.pack(">3i", *(round(value * 65_536) for value in _D50))
    return (head.ljust(68, b"\0") + white).ljust(128, b"\0") + table + body
