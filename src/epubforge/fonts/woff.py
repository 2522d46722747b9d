"""WOFF 1 unwrapped to the sfnt inside it: https://www.w3.org/TR/WOFF/."""

from __future__ import annotations

import struct
import zlib

from epubforge.fonts.error import FontError

_HEADER = 44
_ENTRY = ">4sLLLL"
_HINT = "take it again from where it came from"


def unwrapped(data: bytes, largest: int) -> bytes:
    """The sfnt that a WOFF file holds; never more than so many bytes of it.

    Raises FontError where a table is damaged or does not unpack to what its entry promises.
    """
    if len(data) < _HEADER:
        raise FontError("breaks off", _HINT)
    flavour = data[4:8]
    (count,) = struct.unpack_from(">H", data, 12)
    if len(data) < _HEADER + 20 * count:
        raise FontError("breaks off in its table of contents", _HINT)
    entries = [struct.unpack_from(_ENTRY, data, _HEADER + 20 * n) for n in range(count)]
    if sum(length for _, _, _, length, _ in entries) > largest:
        raise FontError("unpacks to more than a font can be", _HINT)
    unpacked = [(tag, sum_, _table(data, *place)) for tag, *place, sum_ in entries]
    return _sfnt(flavour, unpacked)


def _table(data: bytes, offset: int, packed: int, length: int) -> bytes:
    content = data[offset : offset + packed]
    if packed < length and len(content) == packed:
        try:
            content = zlib.decompressobj().decompress(content, length + 1)
        except zlib.error as error:
            raise FontError("is damaged", _HINT) from error
    if len(content) != length:
        raise FontError("is damaged: a table is not as long as it says", _HINT)
    return content


def _sfnt(flavour: bytes, tables: list[tuple[bytes, int, bytes]]) -> bytes:
    """Tables in the order of their tags, each at a multiple of four."""
    tables = sorted(tables)
    count = len(tables)
    power = max(count, 1).bit_length() - 1
    header = struct.pack(
        ">4sHHHH", flavour, count, 16 << power, power, max(0, count * 16 - (16 << power))
    )
    directory, body, offset = [], [], 12 + 16 * count
    for tag, check, content in tables:
        directory.append(struct.pack(">4sLLL", tag, check, offset, len(content)))
        padded = content + b"\0" * (-len(content) % 4)
        body.append(padded)
        offset += len(padded)
    return b"".join((header, *directory, *body))
