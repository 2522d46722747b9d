"""The bytes of a font file turned into one plain sfnt, its table directory checked.

Nothing is taken on trust: a table that lies outside the file, or that promises to unpack to more
than a font can be, is refused before anything reads it.
https://learn.microsoft.com/typography/opentype/spec/otff
"""

from __future__ import annotations

import struct

from epubforge.fonts.error import FontError
from epubforge.fonts.woff import unwrapped

LARGEST = 48_000_000
"""Bytes, packed and unpacked: the largest fonts of Chinese have some thirty million."""
_MOST_TABLES = 200
_TRUETYPE = (b"\x00\x01\x00\x00", b"true")
_POSTSCRIPT = b"OTTO"
_NEEDED = ("head", "hhea", "hmtx", "maxp", "cmap", "name")
_OUTLINES = ("glyf", "CFF ", "CFF2")
_DAMAGED = "take it again from where it came from"


def plain(data: bytes) -> bytes:
    """The font as one sfnt. Raises FontError for what is no font that a book can hold."""
    data = unpacked(data)
    _refuse_incomplete(tables(data))
    return data


def unpacked(data: bytes) -> bytes:
    """The font as one sfnt, whatever it lacks. Raises FontError for what is no font at all."""
    if len(data) > LARGEST:
        raise FontError("is larger than a font can be", "take one for a single script")
    kind = data[:4]
    if kind == b"wOFF":
        return unwrapped(data, LARGEST)
    if kind == b"wOF2":
        from epubforge.fonts.woff2 import unwrapped2

        return unwrapped2(data, LARGEST)
    if kind == b"ttcf":
        raise FontError(
            "is a collection of several fonts", "name files that hold one font each: .ttf or .otf"
        )
    if kind not in (*_TRUETYPE, _POSTSCRIPT):
        raise FontError("is no font: neither TTF, OTF nor WOFF", "name a font file")
    return data


def media_type(data: bytes) -> str:
    """`font/otf` for PostScript outlines, else `font/ttf`: EPUB 3.3, core media types."""
    return "font/otf" if data[:4] == _POSTSCRIPT else "font/ttf"


def tables(data: bytes) -> dict[str, bytes]:
    """The tables by their tags. Raises FontError where one does not lie within the file."""
    if len(data) < 12:
        raise FontError("breaks off", _DAMAGED)
    (count,) = struct.unpack_from(">H", data, 4)
    if count > _MOST_TABLES or len(data) < 12 + 16 * count:
        raise FontError("breaks off in its table of contents", _DAMAGED)
    found: dict[str, bytes] = {}
    for at in range(12, 12 + 16 * count, 16):
        tag, _, offset, length = struct.unpack_from(">4sLLL", data, at)
        name = tag.decode("latin-1")
        if offset + length > len(data):
            raise FontError(f"breaks off: its table {name.strip()!r} is not whole", _DAMAGED)
        found[name] = data[offset : offset + length]
    return found


def _refuse_incomplete(found: dict[str, bytes]) -> None:
    missing = [tag for tag in _NEEDED if not found.get(tag)]
    if missing:
        raise FontError(f"is damaged: it has no table {missing[0]!r}", _DAMAGED)
    if not any(found.get(tag) for tag in _OUTLINES):
        raise FontError("has no outlines, only pictures of letters", "name a font with outlines")
