"""The first bytes of a picture file turned into its kind, its size and its sort of colours.

For files of strangers, of which nothing is decoded and often only the beginning is at hand.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

ENOUGH = 1 << 12
"""Bytes in which all but some JPEGs tell their size."""
ENOUGH_FOR_JPEG = 1 << 18
"""Profiles and previews may stand before a JPEG's size."""
_GREY, _COLOUR, _INKS, _PALETTE = "grey", "colour", "inks", "palette"
_PNG_COLOURS = {0: _GREY, 2: _COLOUR, 3: _PALETTE, 4: _GREY, 6: _COLOUR}
_JPEG_COLOURS = {1: _GREY, 3: _COLOUR, 4: _INKS}
_NO_FRAMES = frozenset({0xC4, 0xC8, 0xCC})
"""Markers between C0 and CF that begin no picture: tables, and one that is reserved."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What a picture file says of itself."""

    format: str
    """JPEG, PNG, GIF or WebP."""
    width: int
    """In pixels, as it is stored; 0 where it does not come to say it."""
    height: int
    colour: str
    """grey, colour, inks or palette; empty where it is not told."""


def measure(head: bytes) -> Measured | None:
    """What the beginning of a file tells; None for what is none of these kinds."""
    if head.startswith(b"\xff\xd8\xff"):
        return _jpeg(head)
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return _png(head)
    if head.startswith((b"GIF87a", b"GIF89a")):
        width, height = struct.unpack_from("<HH", head.ljust(10, b"\0"), 6)
        return Measured("GIF", width, height, _PALETTE)
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return Measured("WebP", *_webp(head.ljust(30, b"\0")), _COLOUR)
    return None


def _png(head: bytes) -> Measured:
    """https://www.w3.org/TR/png-3/#11IHDR"""
    if len(head) < 26 or head[12:16] != b"IHDR":
        return Measured("PNG", 0, 0, "")
    width, height = struct.unpack_from(">II", head, 16)
    return Measured("PNG", width, height, _PNG_COLOURS.get(head[25], ""))


def _jpeg(head: bytes) -> Measured:
    """https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.1.1.4 and B.2.2: up to the frame's header."""
    at = 2
    while at + 10 <= len(head) and head[at] == 0xFF:
        marker = head[at + 1]
        if marker == 0xFF:
            at += 1
        elif 0xC0 <= marker <= 0xCF and marker not in _NO_FRAMES:
            height, width, parts = struct.unpack_from(">HHB", head, at + 5)
            return Measured("JPEG", width, height, _JPEG_COLOURS.get(parts, ""))
        else:
            at += 2 + struct.unpack_from(">H", head, at + 2)[0]
    return Measured("JPEG", 0, 0, "")


def _webp(head: bytes) -> tuple[int, int]:
    """https://developers.google.com/speed/webp/docs/riff_container"""
    match head[12:16]:
        case b"VP8X":
            return (
                int.from_bytes(head[24:27], "little") + 1,
                int.from_bytes(head[27:30], "little") + 1,
            )
        case b"VP8L":
            (bits,) = struct.unpack_from("<I", head, 21)
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8 " if head[23:26] == b"\x9d\x01\x2a":
            width, height = struct.unpack_from("<HH", head, 26)
            return width & 0x3FFF, height & 0x3FFF
        case _:
            return 0, 0
