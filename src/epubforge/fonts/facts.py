"""A font file of a stranger turned into what it says of itself."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from epubforge.fonts.error import FontError
from epubforge.fonts.sfnt import tables, unpacked

_FAMILY, _STYLE, _TYPOGRAPHIC_FAMILY, _TYPOGRAPHIC_STYLE = 1, 2, 16, 17
_RIGHTS = ((0x0008, "editable"), (0x0004, "preview and print"), (0x0002, "restricted"))
"""Of several permissions the loosest holds.
https://learn.microsoft.com/typography/opentype/spec/os2#fstype"""
_NO_SUBSETS = 0x0100
_FORMATS = {b"wOFF": "WOFF", b"wOF2": "WOFF2", b"OTTO": "OpenType", b"ttcf": "collection",
            b"\x00\x01\x00\x00": "TrueType", b"true": "TrueType"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FontFacts:
    """What a font is; empty or None where it does not say, or cannot be read."""

    format: str = ""
    family: str = ""
    style: str = ""
    weight: int | None = None
    """100 to 1000, as CSS counts."""
    italic: bool = False
    variable: bool = False
    glyphs: int | None = None
    fs_type: int | None = None
    """The bits as they stand in the font."""
    embedding: str = ""
    """installable, editable, preview and print, or restricted: what its maker allows."""
    may_be_subset: bool | None = None
    fault: str | None = None
    """Why it could not be looked into; it goes on after the file's name."""


def font_facts(data: bytes) -> FontFacts:
    """What a font file says; of one that cannot be read the format and why."""
    format_ = _FORMATS.get(data[:4], "")
    try:
        sfnt = unpacked(data)
        found = tables(sfnt)
        return _facts(sfnt, found, format_)
    except FontError as error:
        return FontFacts(format_, fault=error.reason)


def _facts(sfnt: bytes, found: dict[str, bytes], format_: str) -> FontFacts:
    import uharfbuzz

    face = uharfbuzz.Face(sfnt)
    names = {
        which: " ".join((face.get_name(which) or "").split())
        for which in (_FAMILY, _STYLE, _TYPOGRAPHIC_FAMILY, _TYPOGRAPHIC_STYLE)
    }
    weight, fs_type, italic = _os2(found.get("OS/2", b""))
    return FontFacts(
        format=format_,
        family=names[_TYPOGRAPHIC_FAMILY] or names[_FAMILY],
        style=names[_TYPOGRAPHIC_STYLE] or names[_STYLE],
        weight=weight,
        italic=italic,
        variable="fvar" in found,
        glyphs=face.glyph_count,
        fs_type=fs_type,
        embedding="" if fs_type is None else _embedding(fs_type),
        may_be_subset=None if fs_type is None else not fs_type & _NO_SUBSETS,
    )


def _os2(table: bytes) -> tuple[int | None, int | None, bool]:
    if len(table) < 64:
        return None, None, False
    weight, _, fs_type = struct.unpack_from(">HHH", table, 4)
    (selection,) = struct.unpack_from(">H", table, 62)
    return weight, fs_type, bool(selection & 0x0201)


def _embedding(fs_type: int) -> str:
    return next((name for bit, name in _RIGHTS if fs_type & bit), "installable")
