"""Colour profiles of the wide-gamut pictures, made here so that they are free to use."""

from __future__ import annotations

import struct
from collections.abc import Sequence

Colorant = tuple[float, float, float]
"""X, Y and Z of a primary under D50."""

D50: Colorant = (0.9642, 1.0, 0.8249)


def icc_profile(description: str, primaries: Sequence[Colorant], gamma: float) -> bytes:
    """A version 2 matrix/TRC display profile with one gamma."""
    tags = _tags(description, primaries, gamma)
    table, body = struct.pack(">I", len(tags)), b""
    offset = 128 + 4 + 12 * len(tags)
    for name, value in tags:
        table += name + struct.pack(">II", offset + len(body), len(value))
        body += value
    return _header(128 + len(table) + len(body)) + table + body


def _tags(
    description: str, primaries: Sequence[Colorant], gamma: float
) -> list[tuple[bytes, bytes]]:
    text = description.encode("ascii") + b"\0"
    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256))
    tags = [
        (
            b"desc",
            b"desc\0\0\0\0" + struct.pack(">I", len(text)) + text + bytes(4 + 4 + 2 + 1 + 67),
        ),
        (b"cprt", b"text\0\0\0\0No copyright, use freely\0"),
        (b"wtpt", _xyz(D50)),
        (b"rXYZ", _xyz(primaries[0])),
        (b"gXYZ", _xyz(primaries[1])),
        (b"bXYZ", _xyz(primaries[2])),
        (b"rTRC", curve),
        (b"gTRC", curve),
        (b"bTRC", curve),
    ]
    return [(name, value + bytes(-len(value) % 4)) for name, value in tags]


def _xyz(colour: Colorant) -> bytes:
    return b"XYZ \0\0\0\0" + _fixed(colour)


def _fixed(values: Sequence[float]) -> bytes:
    return b"".join(struct.pack(">i", round(value * 65536)) for value in values)


def _header(size: int) -> bytes:
    header = struct.pack(
        ">I4sI4s4s4s6H4s4sIIIQI",
        size, b"\0\0\0\0", 0x02400000, b"mntr", b"RGB ", b"XYZ ",
        2020, 1, 1, 0, 0, 0, b"acsp", b"\0\0\0\0", 0, 0, 0, 0, 0,
    ) + _fixed(D50)  # fmt: skip
    return header + bytes(128 - len(header))


WIDE_RGB = icc_profile(
    "Adobe RGB compatible",
    ((0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457)),
    2.19921875,
)
P3_RGB = icc_profile(
    "P3 primaries, gamma 2.2",
    ((0.51512, 0.24120, -0.00105), (0.29198, 0.69225, 0.04189), (0.15710, 0.06657, 0.78407)),
    2.2,
)
