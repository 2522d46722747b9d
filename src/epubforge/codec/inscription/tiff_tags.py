"""TIFF directories turned into tags: of a TIFF file, and of the EXIF block of any other.

TIFF 6.0, section 2; BigTIFF has the same in wider fields. EXIF 3.0, 4.6.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

View = bytes | mmap.mmap
"""A file's bytes, in memory or mapped: only what is looked at is read from the disk."""
LARGEST = 16_000_000
"""Bytes of one block; depth maps may be in extended XMP, a text for people never has as much."""

DESCRIPTION, ARTIST, COPYRIGHT = 0x010E, 0x013B, 0x8298
TAKEN, USER_COMMENT = 0x9003, 0x9286
XP_TITLE, XP_COMMENT, XP_AUTHOR = 0x9C9B, 0x9C9C, 0x9C9D
TEXTS = (
    DESCRIPTION, ARTIST, COPYRIGHT, TAKEN, USER_COMMENT, XP_TITLE, XP_COMMENT, XP_AUTHOR,
)  # fmt: skip
"""The tags whose texts are for people."""
EXIF_DIRECTORY = 0x8769
LONG = 4
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4,
          16: 8, 17: 8, 18: 8, 129: 1}  # fmt: skip
"""Bytes of a value by its type; 129 is EXIF 3.0's text in UTF-8."""
_MOST_ENTRIES = 4096


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag's value as its bytes stand in the file."""

    type: int
    value: bytes
    order: str = ">"
    """Of its bytes, in the words of `struct`."""


def tags(block: View, wanted: Iterable[int]) -> dict[int, Tag]:
    """Those tags of a TIFF-structured block, of its first directory and of EXIF's.

    Damaged parts are passed over, nothing is raised.
    """
    layout = _Layout.of(block)
    if layout is None:
        return {}
    numbers = {*wanted, EXIF_DIRECTORY}
    found = dict(_entries(block, layout, layout.first, numbers))
    inner = found.pop(EXIF_DIRECTORY, None)
    if inner is not None:
        start = int.from_bytes(inner.value[: _SIZES[inner.type]], layout.name)
        found = dict(_entries(block, layout, start, numbers)) | found
        found.pop(EXIF_DIRECTORY, None)
    return found


@dataclass(frozen=True, slots=True)
class _Layout:
    """How wide the fields are, which of their bytes comes first, and where the directory is."""

    order: str
    entry: str
    count: str
    first: int

    @property
    def name(self) -> Literal["big", "little"]:
        return "big" if self.order == ">" else "little"

    @classmethod
    def of(cls, block: View) -> _Layout | None:
        order = {b"II": "<", b"MM": ">"}.get(block[:2])
        if order is None or len(block) < 16:
            return None
        (version,) = struct.unpack(order + "H", block[2:4])
        if version == 42:
            return cls(order, "HHI4s", "H", *struct.unpack(order + "I", block[4:8]))
        if version == 43:
            return cls(order, "HHQ8s", "Q", *struct.unpack(order + "Q", block[8:16]))
        return None


def _entries(
    block: View, layout: _Layout, start: int, wanted: set[int]
) -> Iterator[tuple[int, Tag]]:
    width = struct.calcsize(layout.order + layout.entry)
    head = struct.calcsize(layout.order + layout.count)
    if start + head > len(block):
        return
    (count,) = struct.unpack(layout.order + layout.count, block[start : start + head])
    for index in range(min(count, _MOST_ENTRIES)):
        at = start + head + width * index
        if at + width > len(block):
            return
        number, kind, many, inline = struct.unpack(
            layout.order + layout.entry, block[at : at + width]
        )
        length = _SIZES.get(kind, 0) * many
        if number not in wanted or not 0 < length <= LARGEST:
            continue
        value = inline[:length]
        if length > len(inline):
            place = int.from_bytes(inline, layout.name)
            value = block[place : place + length]
        if len(value) == length:
            yield number, Tag(kind, value, layout.order)
