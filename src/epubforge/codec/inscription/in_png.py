"""A PNG's text and EXIF chunks turned into packets.

Chunks: https://www.w3.org/TR/png-3/#11textinfo. ImageMagick and exiftool put IPTC into texts in
hexadecimal, under the keyword "Raw profile type iptc".
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from epubforge.codec.inscription.packets import Packets
from epubforge.codec.inscription.resources import DIGEST, IIM, image_resources
from epubforge.codec.inscription.tiff_tags import LARGEST, TEXTS, View, tags

_XMP = "XML:com.adobe.xmp"
_RAW = "Raw profile type "
_TEXTS = frozenset({b"tEXt", b"zTXt", b"iTXt"})


def png_packets(view: View) -> Packets:
    """The packets of a PNG file, as far as its chunks can be followed."""
    exif = xmp = b""
    raw: dict[str, bytes] = {}
    texts: list[tuple[str, str]] = []
    for name, body in _chunks(view):
        if name == b"eXIf":
            exif = exif or body
            continue
        keyword, text = _text(name, body)
        if keyword == _XMP:
            xmp = xmp or text
        elif keyword.startswith(_RAW):
            raw.setdefault(keyword.removeprefix(_RAW), _from_hexadecimal(text))
        elif name == b"iTXt":
            texts.append((keyword, text.decode("utf-8", "replace")))
        else:
            texts.append((keyword, text.decode("latin-1")))
    iptc = raw.get("iptc", b"") or raw.get("8bim", b"")
    resources = image_resources(iptc)
    return Packets(
        exif=tags(exif or raw.get("exif", b"").removeprefix(b"Exif\0\0"), TEXTS),
        iim=resources.get(IIM, b"") or (iptc if iptc[:1] == b"\x1c" else b""),
        digest=resources.get(DIGEST, b""),
        xmp=xmp or raw.get("xmp", b""),
        texts=tuple(texts),
    )


def _chunks(view: View) -> Iterator[tuple[bytes, bytes]]:
    position = 8
    while position + 12 <= len(view):
        length, name = struct.unpack(">I4s", view[position : position + 8])
        end = position + 8 + length
        if end + 4 > len(view) or name == b"IEND":
            return
        if (name in _TEXTS or name == b"eXIf") and length <= LARGEST:
            yield name, view[position + 8 : end]
        position = end + 4


def _text(name: bytes, body: bytes) -> tuple[str, bytes]:
    keyword, _, rest = body.partition(b"\0")
    packed = name == b"zTXt"
    if packed:
        rest = rest[1:]
    elif name == b"iTXt":
        packed = rest[:1] == b"\x01"
        rest = rest[2:].partition(b"\0")[2].partition(b"\0")[2]
    return keyword.decode("latin-1"), _unpacked(rest) if packed else rest


def _unpacked(data: bytes) -> bytes:
    """At most as much as a block may have: a few bytes may unpack to gigabytes."""
    packed = zlib.decompressobj()
    try:
        text = packed.decompress(data, LARGEST)
    except zlib.error:
        return b""
    return b"" if packed.unconsumed_tail else text


def _from_hexadecimal(text: bytes) -> bytes:
    """A line with the kind, one with the length, then the data."""
    lines = text.strip().split(b"\n", 2)
    try:
        return bytes.fromhex(b"".join(lines[2].split()).decode("ascii")) if lines[2:] else b""
    except ValueError:
        return b""
