"""A WebP without EXIF, XMP and unknown chunks.

Chunks: https://developers.google.com/speed/webp/docs/riff_container
"""

from __future__ import annotations

import struct

from epubforge.codec.flaws import truncated

_KEPT = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
_TOLD = 0b0000_1100
"""The flags of a VP8X header that promise EXIF and XMP."""


def cleaned(data: bytes) -> bytes:
    """The same pictures with their colour profile, and nothing else.

    Raises PictureError where the file ends too early.
    """
    kept: list[bytes] = []
    at, end = 12, min(len(data), 8 + int.from_bytes(data[4:8], "little"))
    while at + 8 <= end:
        name, size = struct.unpack_from("<4sI", data, at)
        if at + 8 + size > len(data):
            raise truncated()
        chunk = data[at : at + 8 + size] + bytes(size % 2)
        if name == b"VP8X" and size:
            chunk = chunk[:8] + bytes([chunk[8] & ~_TOLD]) + chunk[9:]
        if name in _KEPT:
            kept.append(chunk)
        at += 8 + size + size % 2
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body
