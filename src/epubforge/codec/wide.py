"""TIFFs of colours in floats or 32-bit numbers: Pillow reads one channel of these, not three.

The same file is shown to it once more as a grey picture of three times the width, by a directory
of our own behind its data; `channels` picks its channels apart. TIFF 6.0, and BigTIFF not.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import Literal

_WIDTH, _BITS, _COMPRESSION, _PHOTOMETRIC, _OFFSETS = 256, 258, 259, 262, 273
_SAMPLES, _ROWS, _COUNTS, _PLANAR, _PREDICTOR = 277, 278, 279, 284, 317
_TILE_WIDTH, _FORMAT = 322, 339
_COPIED = frozenset(
    {257, _COMPRESSION, _OFFSETS, _ROWS, _COUNTS, 323, 324, 325, 34675, 0x8298, 0x013B}
)
"""What describes the data, the colour profile, whose it is."""
_SHORT, _LONG = 3, 4
_BLACK_IS_ZERO, _RGB = 1, 2
_FLOATS, _WHOLE = 3, 1
_MOST_ENTRIES = 500


@dataclass(frozen=True, slots=True)
class WideTiff:
    """A TIFF of three or four channels of 32 bits, laid side by side in a row."""

    data: bytes
    """The file as a grey picture of `channels` times the width."""
    width: int
    height: int
    channels: int
    mode: Literal["F", "I"]
    orientation: int
    """As EXIF counts it; Pillow must not turn it before the channels are apart."""


def wide_tiff(data: bytes) -> WideTiff | None:
    """Such a file, as Pillow can read it; None where it is another kind of TIFF."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(data[:4])
    if order is None or len(data) < 8:
        return None
    entries = _entries(data, order)
    told = {tag: _number(data, order, entry) for tag, entry in entries.items()}
    samples = told.get(_SAMPLES, 1)
    kind = told.get(_FORMAT, _WHOLE)
    if (
        told.get(_BITS) != 32 or told.get(_PHOTOMETRIC) != _RGB or samples not in {3, 4}
        or kind not in {_FLOATS, _WHOLE} or told.get(_PLANAR, 1) != 1
        or told.get(_PREDICTOR, 1) != 1 or not {_WIDTH, 257} <= told.keys()
    ):  # fmt: skip
        return None
    own = {tag: entry for tag, entry in entries.items() if tag in _COPIED}
    own |= {
        _WIDTH: _entry(order, _WIDTH, _LONG, told[_WIDTH] * samples),
        _BITS: _entry(order, _BITS, _SHORT, 32),
        _PHOTOMETRIC: _entry(order, _PHOTOMETRIC, _SHORT, _BLACK_IS_ZERO),
        _SAMPLES: _entry(order, _SAMPLES, _SHORT, 1),
        _FORMAT: _entry(order, _FORMAT, _SHORT, _FLOATS if kind == _FLOATS else 2),
    }
    if _TILE_WIDTH in told:
        own[_TILE_WIDTH] = _entry(order, _TILE_WIDTH, _LONG, told[_TILE_WIDTH] * samples)
    data += bytes(len(data) % 2)
    directory = struct.pack(order + "H", len(own)) + b"".join(own[tag] for tag in sorted(own))
    whole = data[:4] + struct.pack(order + "I", len(data)) + data[8:] + directory + bytes(4)
    mode: Literal["F", "I"] = "F" if kind == _FLOATS else "I"
    return WideTiff(whole, told[_WIDTH], told[257], samples, mode, told.get(274, 1))


def _entries(data: bytes, order: str) -> dict[int, bytes]:
    """The first directory's entries, as they lie in the file."""
    (start,) = struct.unpack_from(order + "I", data, 4)
    if start + 2 > len(data):
        return {}
    (count,) = struct.unpack_from(order + "H", data, start)
    found: dict[int, bytes] = {}
    for at in range(start + 2, start + 2 + 12 * min(count, _MOST_ENTRIES), 12):
        if at + 12 <= len(data):
            found[struct.unpack_from(order + "H", data, at)[0]] = data[at : at + 12]
    return found


def _number(data: bytes, order: str, entry: bytes) -> int:
    """The first of an entry's values."""
    _, kind, count = struct.unpack_from(order + "HHI", entry)
    length = {_SHORT: 2, _LONG: 4}.get(kind, 0)
    if not length:
        return -1
    place = entry[8:]
    if length * count > 4:
        (at,) = struct.unpack(order + "I", place)
        place = data[at : at + length]
    if len(place) < length:
        return -1
    return int(struct.unpack_from(order + ("H" if kind == _SHORT else "I"), place)[0])


def _entry(order: str, tag: int, kind: int, value: int) -> bytes:
    packed = struct.pack(order + ("H" if kind == _SHORT else "I"), value)
    return struct.pack(order + "HHI", tag, kind, 1) + packed.ljust(4, b"\0")
