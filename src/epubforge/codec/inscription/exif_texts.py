"""The texts of EXIF turned from what cameras and programs wrote into what they meant."""

from __future__ import annotations

import re
from collections.abc import Mapping

from epubforge.codec.inscription.tiff_tags import (
    ARTIST,
    COPYRIGHT,
    DESCRIPTION,
    TAKEN,
    USER_COMMENT,
    XP_AUTHOR,
    XP_COMMENT,
    XP_TITLE,
    Tag,
)

_XP = frozenset({XP_TITLE, XP_COMMENT, XP_AUTHOR})
_BY_CAMERAS = re.compile(
    r"OLYMPUS DIGITAL CAMERA|SONY DSC|MINOLTA.*|KONICA.*|KODAK.*|SAMSUNG.*|DIGITAL ?CAMERA.*"
    r"|EXIF[ _]?JPEG.*|DCIM\\.*|DEFAULT|UNTITLED|CREATED WITH GIMP|<[^>]*>|.*\.(?:JPE?G|TIFF?)",
    re.IGNORECASE | re.DOTALL,
)
"""What machines put into a description where nobody wrote any."""


def exif_texts(tags: Mapping[int, Tag]) -> dict[int, str]:
    """The texts by their tags; what machines fill in by themselves is left out."""
    found = {number: _text(number, tag) for number, tag in tags.items()}
    for number in (DESCRIPTION, USER_COMMENT):
        if _BY_CAMERAS.fullmatch(found.get(number, "")):
            del found[number]
    return {number: text for number, text in found.items() if text}


def artists(text: str) -> tuple[str, ...]:
    """Several creators stand in one text with semicolons between them: MWG 2.0, 5.4."""
    return tuple(name.strip(' "') for name in text.split(";") if name.strip(' "'))


def copyright_line(text: str) -> str:
    """The photographer's and the editor's notice, which a NUL parts: EXIF 3.0, 4.6.5."""
    return "; ".join(part.strip() for part in text.split("\n") if part.strip())


def _text(number: int, tag: Tag) -> str:
    value = tag.value
    if number == USER_COMMENT:
        return _comment(value, tag.order).strip()
    if number in _XP:
        return value.decode("utf-16-le", "replace").partition("\0")[0].strip()
    if number == COPYRIGHT:
        return _decoded(value.rstrip(b"\0 ").replace(b"\0", b"\n")).strip()
    text = _decoded(value.partition(b"\0")[0]).strip()
    return text if number not in (ARTIST, TAKEN) else " ".join(text.split())


def _decoded(value: bytes) -> str:
    """ASCII by the standard; UTF-8 in practice, else Windows' letters."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("cp1252", "replace")


def _comment(value: bytes, order: str) -> str:
    """Eight bytes name the encoding; many writers take UTF-16 in their own order of bytes."""
    name, text = value[:8].rstrip(b"\0 "), value[8:]
    if name == b"UNICODE":
        if text.startswith((b"\xff\xfe", b"\xfe\xff")):
            return text.decode("utf-16", "replace").rstrip("\0 ")
        big = text[0::2].count(b"\0"), text[1::2].count(b"\0")
        is_big = big[0] > big[1] if big[0] != big[1] else order == ">"
        return text.decode("utf-16-be" if is_big else "utf-16-le", "replace").rstrip("\0 ")
    if name == b"JIS":
        return text.rstrip(b"\0 ").decode("iso2022-jp", "replace")
    return _decoded(text.rstrip(b"\0 "))
