"""What a picture file of a book is like, as far as shops ask: told from its first bytes."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from epubforge.finished import types
from epubforge.finished.book import Finished
from epubforge.finished.package import Item
from epubforge.finished.rendition import Rendition
from epubforge.model.profile import PictureFormat

_HEAD = 1 << 12
_LONG_HEAD = 1 << 18
"""Bytes: profiles and previews may stand before what tells a picture's size."""
_LARGEST_PROFILE = 1 << 16
_BY_SIGNATURE: tuple[tuple[bytes, PictureFormat], ...] = (
    (b"\xff\xd8\xff", "JPEG"), (b"\x89PNG\r\n\x1a\n", "PNG"), (b"GIF8", "GIF"), (b"BM", "BMP"),
    (b"II*\0", "TIFF"), (b"MM\0*", "TIFF"),
)  # fmt: skip
_STANDALONE = frozenset({0x01, *range(0xD0, 0xD9)})
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_CMYK, _ICC = 4, b"ICC_PROFILE\0"


@dataclass(frozen=True, slots=True)
class Traits:
    """A picture file."""

    kind: PictureFormat
    width: int = 0
    """In pixels; 0 where it is not told."""
    height: int = 0
    is_cmyk: bool = False
    has_alpha: bool = False
    """It can be transparent; whether it is only its pixels tell."""
    moves: bool = False
    profile: bytes = b""
    """Of its colours, where it has one and that is not called sRGB."""

    @property
    def pixels(self) -> int:
        """Width × height."""
        return self.width * self.height


def traits_of(book: Finished, item: Item) -> Traits | None:
    """The traits of a listed picture; None where it is not there, locked or no picture."""
    path = item.path or ""
    if path not in book.seen:
        book.seen[path] = _traits(book, item)
    found = book.seen[path]
    return found if isinstance(found, Traits) else None


def pictures(rendition: Rendition) -> Iterator[tuple[Item, Traits]]:
    """Each listed picture that is in the book, with its traits; each file once."""
    told: set[str] = set()
    for item in rendition.package.items:
        if types.is_image(item.media_type) and item.path and item.path not in told:
            told.add(item.path)
            found = traits_of(rendition.book, item)
            if found is not None:
                yield item, found


def _traits(book: Finished, item: Item) -> Traits | None:
    path = item.path or ""
    if path not in book.entries or book.is_locked(path):
        return None
    if types.plain(item.media_type) == types.SVG:
        return Traits("SVG")
    head = book.beginning(path, _HEAD)
    found = _read(head)
    if found is None or len(head) < _HEAD or _tells_all(found, head):
        return found
    return _read(book.beginning(path, _LONG_HEAD))


def _tells_all(found: Traits, head: bytes) -> bool:
    """Whether nothing that counts stands behind the bytes that were read."""
    match found.kind:
        case "JPEG":
            return found.width > 0
        case "PNG":
            return b"IDAT" in head
        case _:
            return found.kind != "GIF"


def _read(head: bytes) -> Traits | None:
    kind = next((kind for sign, kind in _BY_SIGNATURE if head.startswith(sign)), None)
    try:
        match kind:
            case "JPEG":
                return _jpeg(head)
            case "PNG":
                return _png(head)
            case "GIF":
                return _gif(head)
            case "BMP":
                return Traits("BMP", *struct.unpack_from("<ii", head, 18))
            case "TIFF":
                return Traits("TIFF")
            case _:
                return _boxed(head)
    except struct.error:
        return None if kind is None else Traits(kind)


def _jpeg(head: bytes) -> Traits:
    """https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.1.1.4."""
    at, icc = 2, bytearray()
    while at + 4 <= len(head) and head[at] == 0xFF:
        marker = head[at + 1]
        if marker == 0xFF or marker in _STANDALONE:
            at += 1 if marker == 0xFF else 2
            continue
        (length,) = struct.unpack_from(">H", head, at + 2)
        if marker in _FRAMES:
            _, height, width, components = struct.unpack_from(">BHHB", head, at + 4)
            return Traits(
                "JPEG", width, height, is_cmyk=components == _CMYK, profile=_other(bytes(icc))
            )
        if marker == 0xE2 and head.startswith(_ICC, at + 4):
            icc += head[at + 4 + len(_ICC) + 2 : at + 2 + length]
        at += 2 + length
    return Traits("JPEG")


def _png(head: bytes) -> Traits:
    """https://www.w3.org/TR/png-3/#5DataRep"""
    width, height, _, colours = struct.unpack_from(">IIBB", head, 16)
    has_alpha, moves, profile, at = bool(colours & 4), False, b"", 8
    while at + 8 <= len(head):
        length, name = struct.unpack_from(">I4s", head, at)
        body = head[at + 8 : at + 8 + length]
        has_alpha = has_alpha or name == b"tRNS"
        moves = moves or name == b"acTL"
        if name == b"iCCP":
            profile = _other(_unpacked(body.partition(b"\0")[2][1:]))
        if name == b"IDAT":
            break
        at += 12 + length
    return Traits("PNG", width, height, has_alpha=has_alpha, moves=moves, profile=profile)


def _gif(head: bytes) -> Traits:
    """GIF89a, 17 to 27: blocks one after another."""
    width, height, flags = struct.unpack_from("<HHB", head, 6)
    at, frames, has_alpha = 13 + _table(flags), 0, False
    while at < len(head) and frames < 2:
        if head[at] == 0x2C and at + 9 < len(head):
            frames += 1
            at = _after(head, at + 10 + _table(head[at + 9]) + 1)
        elif head[at] == 0x21 and at + 3 < len(head):
            has_alpha = has_alpha or (head[at + 1] == 0xF9 and bool(head[at + 3] & 1))
            at = _after(head, at + 2)
        else:
            break
    return Traits("GIF", width, height, has_alpha=has_alpha, moves=frames > 1)


def _boxed(head: bytes) -> Traits | None:
    """WebP and AVIF, which lie in containers that other files use too."""
    if head[4:8] == b"ftyp" and head[8:12] in {b"avif", b"avis"}:
        return Traits("AVIF")
    if head[:4] != b"RIFF" or head[8:12] != b"WEBP":
        return None
    match head[12:16]:
        case b"VP8X":
            width, height = (int.from_bytes(head[at : at + 3], "little") + 1 for at in (24, 27))
            alpha, moves = bool(head[20] & 0x10), bool(head[20] & 0x02)
            return Traits("WebP", width, height, has_alpha=alpha, moves=moves)
        case b"VP8L":
            bits = int.from_bytes(head[21:25], "little")
            width, height = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
            return Traits("WebP", width, height, has_alpha=bool(bits >> 28 & 1))
        case _:
            width, height = struct.unpack_from("<HH", head, 26)
            return Traits("WebP", width & 0x3FFF, height & 0x3FFF)


def _table(flags: int) -> int:
    """The bytes of a GIF's table of colours."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _after(head: bytes, at: int) -> int:
    """The end of a GIF's sub-blocks."""
    while at < len(head) and head[at]:
        at += head[at] + 1
    return at + 1


def _unpacked(packed: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, _LARGEST_PROFILE)
    except zlib.error:
        return b""


def _other(icc: bytes) -> bytes:
    """A colour profile, unless it is called sRGB, in ASCII or UTF-16."""
    name = icc[:_LARGEST_PROFILE]
    return b"" if b"sRGB" in name or b"s\0R\0G\0B" in name else name
