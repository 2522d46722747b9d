"""An AVIF's or HEIC's items of metadata turned into packets.

ISO/IEC 14496-12, 8.11, and 23008-12, annex A.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from epubforge.codec.inscription.packets import Packets
from epubforge.codec.inscription.tiff_tags import LARGEST, TEXTS, View, tags

_MOST_BOXES, _MOST_ITEMS = 1000, 10_000


@dataclass(slots=True)
class _Items:
    """The items that are wanted, and where their bytes lie."""

    exif: set[int] = field(default_factory=set)
    xmp: set[int] = field(default_factory=set)
    places: dict[int, list[tuple[int, int]]] = field(default_factory=dict)


def heif_packets(view: View) -> Packets:
    """The packets of an AVIF or HEIC file, as far as its boxes can be followed."""
    items, within = _Items(), 0
    for name, start, end in _boxes(view, 0, len(view)):
        if name != b"meta":
            continue
        inner = list(_boxes(view, start + 4, end))
        within = next((begin for kind, begin, _ in inner if kind == b"idat"), 0)
        for kind, begin, stop in inner:
            if kind == b"iinf":
                _sort(view, begin, stop, items)
            elif kind == b"iloc":
                _locate(view[begin : min(stop, begin + LARGEST)], within, items)
        break
    exif = _exif(_bytes(view, items, items.exif))
    return Packets(exif=tags(exif, TEXTS), xmp=_bytes(view, items, items.xmp))


def _boxes(view: View, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    for _ in range(_MOST_BOXES):
        if start + 8 > end:
            return
        size, head = int.from_bytes(view[start : start + 4], "big"), 8
        name = view[start + 4 : start + 8]
        if size == 1:
            size, head = int.from_bytes(view[start + 8 : start + 16], "big"), 16
        size = size or end - start
        if size < head or start + size > end:
            return
        yield name, start + head, start + size
        start += size


def _sort(view: View, start: int, end: int, items: _Items) -> None:
    wide = view[start] > 0
    for name, begin, stop in _boxes(view, start + (8 if wide else 6), end):
        if name != b"infe" or view[begin] < 2:
            continue
        width = 2 if view[begin] == 2 else 4
        number = int.from_bytes(view[begin + 4 : begin + 4 + width], "big")
        at = begin + 4 + width + 2
        kind = view[at : at + 4]
        if kind == b"Exif":
            items.exif.add(number)
        elif kind == b"mime" and b"application/rdf+xml" in view[at + 4 : stop]:
            items.xmp.add(number)


def _locate(box: bytes, within: int, items: _Items) -> None:
    """Offset, length, base and index have widths of their own, four bits for each."""
    version = box[0]
    offset_size, length_size = box[4] >> 4, box[4] & 15
    base_size, index_size = box[5] >> 4, box[5] & 15 if version else 0
    reader = _Numbers(box, 6)
    wide = 4 if version == 2 else 2
    for _ in range(min(reader.next(wide), _MOST_ITEMS)):
        number = reader.next(wide)
        method = reader.next(2) & 15 if version else 0
        reader.next(2)
        base = reader.next(base_size) + (within if method == 1 else 0)
        places = []
        for _ in range(reader.next(2)):
            if reader.is_over:
                return
            reader.next(index_size)
            place = base + reader.next(offset_size)
            places.append((place, reader.next(length_size)))
        if method < 2:
            items.places[number] = places


@dataclass(slots=True)
class _Numbers:
    """Numbers one after the other; beyond the end they are 0."""

    data: bytes
    at: int

    @property
    def is_over(self) -> bool:
        return self.at >= len(self.data)

    def next(self, size: int) -> int:
        self.at += size
        return int.from_bytes(self.data[self.at - size : self.at], "big")


def _bytes(view: View, items: _Items, wanted: set[int]) -> bytes:
    for number in sorted(wanted):
        places = items.places.get(number, [])
        if places and sum(length for _, length in places) <= LARGEST:
            return b"".join(view[start : start + length] for start, length in places)
    return b""


def _exif(data: bytes) -> bytes:
    """The item begins with the offset of the TIFF header behind these four bytes."""
    exif = data[4 + int.from_bytes(data[:4], "big") :]
    return exif.removeprefix(b"Exif\0\0")
