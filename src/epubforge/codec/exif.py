"""What EXIF says: which way is up, whose picture it is, and what in it is private."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from epubforge.codec.private import Private

ORIENTATION, COPYRIGHT, ARTIST = 0x0112, 0x8298, 0x013B
_EXIF_IFD, _GPS_IFD, _USER_COMMENT = 0x8769, 0x8825, 0x9286
_MAKER_NOTE, _THUMBNAIL = 0x927C, 0x0201
_MOST_ENTRIES = 1000
_LONGEST_TEXT = 2000
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8}


PRIVATE_TAGS = {
    0xA431: Private.SERIAL, 0xA435: Private.SERIAL, 0xC62F: Private.SERIAL,
    0xA430: Private.OWNER, 0x9C9D: Private.OWNER,
    _MAKER_NOTE: Private.MAKER, _USER_COMMENT: Private.COMMENT, 0x9C9C: Private.COMMENT,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Exif:
    """What matters of a picture's EXIF; bytes are texts in whatever encoding they were."""

    orientation: int = 1
    copyright: bytes = b""
    artist: bytes = b""
    private: frozenset[Private] = field(default=frozenset())


def read_exif(block: bytes) -> Exif:
    """What a TIFF-structured EXIF block says; damaged parts are passed over, nothing is raised."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(block[:4])
    if order is None:
        return Exif()
    tags = dict(_entries(block, order, 4))
    inner = dict(_entries(block, order, tags.get(_EXIF_IFD, b""), direct=True))
    place = dict(_entries(block, order, tags.get(_GPS_IFD, b""), direct=True))
    told = (tags | inner).items()
    private = {
        PRIVATE_TAGS[tag] for tag, value in told if tag in PRIVATE_TAGS and _says(tag, value)
    }
    if place.keys() & {2, 4}:
        private.add(Private.PLACE)
    if _THUMBNAIL in dict(_entries(block, order, _second(block, order), direct=True)):
        private.add(Private.THUMBNAIL)
    return Exif(
        _orientation(tags.get(ORIENTATION, b""), order),
        _text(tags.get(COPYRIGHT, b"")),
        _text(tags.get(ARTIST, b"")),
        frozenset(private),
    )


def write_exif(copyright: bytes, artist: bytes) -> bytes:
    """The smallest EXIF block (TIFF-structured) that holds these texts; empty where both are."""
    texts = [
        (tag, text + b"\0") for tag, text in ((ARTIST, artist), (COPYRIGHT, copyright)) if text
    ]
    if not texts:
        return b""
    table = struct.pack(">H", len(texts))
    body = b""
    start = 8 + 2 + 12 * len(texts) + 4
    for tag, text in texts:
        inline = len(text) <= 4
        place = text.ljust(4, b"\0") if inline else struct.pack(">I", start + len(body))
        table += struct.pack(">HHI", tag, 2, len(text)) + place
        body += b"" if inline else text + b"\0" * (len(text) % 2)
    return b"MM\0*" + struct.pack(">I", 8) + table + b"\0\0\0\0" + body


def _entries(
    block: bytes, order: str, pointer: int | bytes, *, direct: bool = False
) -> Iterator[tuple[int, bytes]]:
    """Tags and raw values of the directory that a pointer leads to."""
    at = block[pointer : pointer + 4] if isinstance(pointer, int) else pointer[:4]
    if len(at) < 4 or (direct and not pointer):
        return
    (start,) = struct.unpack(order + "I", at)
    if start + 2 > len(block):
        return
    (count,) = struct.unpack_from(order + "H", block, start)
    for index in range(min(count, _MOST_ENTRIES)):
        entry = start + 2 + 12 * index
        if entry + 12 > len(block):
            return
        tag, sort, number = struct.unpack_from(order + "HHI", block, entry)
        length = _SIZES.get(sort, 0) * number
        value = entry + 8
        if length > 4:
            (value,) = struct.unpack_from(order + "I", block, value)
        if value + length <= len(block):
            yield tag, block[value : value + length]


def _second(block: bytes, order: str) -> bytes:
    """The pointer to the second directory, that of the thumbnail; empty where there is none."""
    start = int.from_bytes(block[4:8], "little" if order == "<" else "big")
    if start + 2 > len(block):
        return b""
    (count,) = struct.unpack_from(order + "H", block, start)
    pointer = block[start + 2 + 12 * count :][:4]
    return pointer if any(pointer) else b""


def _says(tag: int, value: bytes) -> bool:
    """Whether there is more than blanks; a user comment begins with eight bytes of encoding."""
    return bool(value[8 if tag == _USER_COMMENT else 0 :].strip(b"\0 "))


def _orientation(value: bytes, order: str) -> int:
    if len(value) < 2:
        return 1
    (code,) = struct.unpack_from(order + "H", value)
    return int(code) if 1 <= code <= 8 else 1


def _text(value: bytes) -> bytes:
    return value[:_LONGEST_TEXT].rstrip(b"\0 ").replace(b"\0", b"\n").strip()
