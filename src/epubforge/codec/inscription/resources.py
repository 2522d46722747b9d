"""Photoshop's image resource blocks, which carry the IPTC datasets in JPEG and TIFF."""

from __future__ import annotations

IIM, DIGEST = 0x0404, 0x0425
_SIGNATURES = (b"8BIM", b"PHUT", b"AgHg", b"DCSR", b"MeSa")


def image_resources(data: bytes) -> dict[int, bytes]:
    """The first block of each number, as far as the blocks can be followed.

    Layout: a signature, a number, a name as a Pascal string padded to even length, a size, data
    padded to even length.
    """
    found: dict[int, bytes] = {}
    position = 0
    while data[position : position + 4] in _SIGNATURES:
        number = int.from_bytes(data[position + 4 : position + 6], "big")
        name = data[position + 6] if position + 6 < len(data) else 0
        at = position + 6 + (name + 2 & ~1)
        size = int.from_bytes(data[at : at + 4], "big")
        start, end = at + 4, at + 4 + size
        if end > len(data):
            return found
        found.setdefault(number, data[start:end])
        position = end + size % 2
    return found
