"""Pictures with 16 bits a channel as PNG and TIFF, which Pillow does not write in colour."""

from __future__ import annotations

import struct
import zlib
from itertools import accumulate
from pathlib import Path

import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[np.uint16]

STRIP = 64
"""Rows in a strip of a TIFF."""
SHORT, LONG = 3, 4


def write_png16(path: Path, pixels: Pixels) -> None:
    """Write a PNG, grey or RGB, with the Sub filter and fast compression."""
    height, width = pixels.shape[:2]
    colour_type = 0 if pixels.ndim == 2 else 2
    head = struct.pack(">IIBBBBB", width, height, 16, colour_type, 0, 0, 0)
    with path.open("wb") as out:
        out.write(b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head))
        out.write(_chunk(b"IDAT", zlib.compress(_filtered(pixels), 1)))
        out.write(_chunk(b"IEND", b""))


def write_tiff16(path: Path, pixels: Pixels) -> None:
    """Write an uncompressed RGB TIFF, little-endian, in strips."""
    height, width, _ = pixels.shape
    sizes = [min(STRIP, height - y) * width * 6 for y in range(0, height, STRIP)]
    fields, bits, places = _directory(width, height, sizes)
    with path.open("wb") as out:
        out.write(b"II*\0" + struct.pack("<IH", 8, len(fields)))
        for field in fields:
            out.write(struct.pack("<HHII", *field))
        out.write(struct.pack("<I", 0) + bits + places)
        out.write(pixels.astype("<u2").tobytes())


def _filtered(pixels: Pixels) -> bytes:
    height = pixels.shape[0]
    step = 2 if pixels.ndim == 2 else 6
    raw = pixels.astype(">u2").reshape(height, -1).view(np.uint8)
    filtered = np.empty((height, raw.shape[1] + 1), np.uint8)
    filtered[:, 0] = 1
    filtered[:, 1 : 1 + step] = raw[:, :step]
    np.subtract(raw[:, step:], raw[:, :-step], out=filtered[:, 1 + step :])
    return filtered.tobytes()


def _chunk(kind: bytes, body: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(kind + body))
    return struct.pack(">I", len(body)) + kind + body + check


def _directory(
    width: int, height: int, sizes: list[int]
) -> tuple[list[tuple[int, int, int, int]], bytes, bytes]:
    """The fields, and what they point at: the bits of each channel, the strips' places."""
    strips, entries = len(sizes), 11
    bits_at = 8 + 2 + 12 * entries + 4
    offsets_at = bits_at + 8
    counts_at = offsets_at + 4 * strips
    pixels_at = counts_at + 4 * strips
    offsets = list(accumulate(sizes[:-1], initial=pixels_at))
    fields = [
        (256, LONG, 1, width),
        (257, LONG, 1, height),
        (258, SHORT, 3, bits_at),
        (259, SHORT, 1, 1),
        (262, SHORT, 1, 2),
        (273, LONG, strips, offsets_at if strips > 1 else offsets[0]),
        (274, SHORT, 1, 1),
        (277, SHORT, 1, 3),
        (278, LONG, 1, STRIP),
        (279, LONG, strips, counts_at if strips > 1 else sizes[0]),
        (284, SHORT, 1, 1),
    ]
    bits = struct.pack("<4H", 16, 16, 16, 0)
    return fields, bits, struct.pack(f"<{2 * strips}I", *offsets, *sizes)
