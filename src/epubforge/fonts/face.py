"""A font file turned into a face: one weight and style of a family, ready to be embedded."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from epubforge.fonts.error import FontError
from epubforge.fonts.sfnt import media_type, plain, tables

Embedding = Literal["subset", "whole", "never"]
"""What the font's maker allows: cut down to some letters, only as a whole, or not at all.
https://learn.microsoft.com/typography/opentype/spec/os2#fstype"""

_COPYRIGHT, _FAMILY, _STYLE, _LICENCE, _LICENCE_URL, _TYPOGRAPHIC = 0, 1, 2, 13, 14, 16
_RESTRICTED, _OTHERS, _WHOLE = 0x0002, 0x000C, 0x0100
_LIGHTEST, _BOLDEST = 100, 900
_MEDIUM_WIDTH = 5
_CHOOSERS = frozenset(map(chr, range(0xFE00, 0xFE10)))
"""Variation selectors: they choose among a letter's forms, and have none."""


@dataclass(frozen=True, slots=True)
class Face:
    """One weight and style of a family."""

    family: str
    weight: int
    """100 to 900, as CSS counts."""
    italic: bool
    data: bytes = field(repr=False)
    """One static sfnt."""
    label: str
    """Where it comes from: a file's path in the project, or a package's name."""
    embedding: Embedding = "subset"
    copyright: str = ""
    licence: str = field(default="", repr=False)
    """Its licence in full where a text lies beside it, else what the font itself says of it."""
    licence_url: str = ""
    has_licence_file: bool = False
    """Whether the licence is the text that lies beside it."""

    @property
    def embeddable(self) -> bool:
        """Whether it may stand in a book at all."""
        return self.embedding != "never"

    @property
    def media_type(self) -> str:
        """`font/ttf` or `font/otf`."""
        return media_type(self.data)


def read_face(
    data: bytes,
    label: str,
    weight: int | None = None,
    optical: float | None = None,
    licence: str = "",
) -> Face:
    """The face that a TTF, OTF or WOFF file holds; of a variable font one static instance.

    Without a weight, the variable font's own default; `optical` is the size in points that it is
    drawn for, where that varies. A licence given stands for what the font itself says. Raises
    FontError for anything else, for damaged files, and for those that unpack to more than a font
    can be.
    """
    from epubforge.fonts.variable import instance, opened

    data = plain(data)
    found = tables(data)
    face = opened(data)
    if face.axis_infos:
        wanted = {"wght": weight, "opsz": optical}
        static = instance(data, {tag: float(v) for tag, v in wanted.items() if v is not None})
    else:
        static, weight = data, None
    style = _style(found)
    names = {
        which: " ".join((face.get_name(which) or "").split())
        for which in (_COPYRIGHT, _FAMILY, _STYLE, _LICENCE, _LICENCE_URL, _TYPOGRAPHIC)
    }
    typographic = names[_TYPOGRAPHIC] if style.width == _MEDIUM_WIDTH else ""
    family = typographic or names[_FAMILY]
    if not family:
        raise FontError("has no name", "take a font that names its family")
    return Face(
        family,
        style.weight if weight is None else weight,
        style.italic,
        static,
        label,
        style.embedding,
        names[_COPYRIGHT],
        licence or names[_LICENCE],
        names[_LICENCE_URL],
        bool(licence),
    )


def read_faces(data: bytes, label: str) -> tuple[Face, ...]:
    """All faces of a file: one; of a font whose weight varies, its regular and its bold.

    Raises FontError, as read_face.
    """
    weights = _weights(plain(data))
    return tuple(read_face(data, label, weight) for weight in weights)


def _weights(data: bytes) -> tuple[int | None, ...]:
    from epubforge.fonts.variable import opened

    for axis in opened(data).axis_infos:
        if axis.tag == "wght":
            wanted = [w for w in (400, 700) if axis.min_value <= w <= axis.max_value]
            return tuple(wanted) or (None,)
    return (None,)


@dataclass(frozen=True, slots=True)
class _Style:
    weight: int = 400
    width: int = _MEDIUM_WIDTH
    italic: bool = False
    embedding: Embedding = "subset"


def _style(found: dict[str, bytes]) -> _Style:
    """What OS/2 says of weight, style and embedding; without it, the old Macintosh bits."""
    os2 = found.get("OS/2", b"")
    if len(os2) < 64:
        (mac,) = struct.unpack_from(">H", found["head"].ljust(54, b"\0"), 44)
        return _Style(700 if mac & 1 else 400, _MEDIUM_WIDTH, bool(mac & 2))
    weight, width, allowed = struct.unpack_from(">HHH", os2, 4)
    (selection,) = struct.unpack_from(">H", os2, 62)
    if weight < 10:  # some old fonts count from one to nine
        weight *= 100
    bold = max(_LIGHTEST, min(weight or 400, _BOLDEST))
    return _Style(bold, width, bool(selection & 0x0201), _embedding(allowed))


def _embedding(allowed: int) -> Embedding:
    """Of several permissions the loosest holds."""
    if allowed & _RESTRICTED and not allowed & _OTHERS:
        return "never"
    return "whole" if allowed & _WHOLE else "subset"


@lru_cache(maxsize=64)
def characters(face: Face) -> frozenset[int]:
    """The code points that a face has a letter for."""
    from epubforge.fonts.variable import opened

    return frozenset(opened(face.data).unicodes)


def missing(face: Face, text: str) -> tuple[str, ...]:
    """The characters of a text that a face has no letter for, each once, as they come.

    Spaces, line ends and what no reader sees (joiners, marks of direction) are never missing.
    """
    import unicodedata

    has = characters(face)
    return tuple(
        sign
        for sign in dict.fromkeys(text)
        if ord(sign) not in has
        and sign not in _CHOOSERS
        and unicodedata.category(sign) not in ("Zs", "Zl", "Zp", "Cc", "Cf")
    )
