"""A JPEG's application segments turned into packets; the picture's own data are not looked at.

Where they stand: XMP Specification part 3, 1.1.3; Photoshop's image resources beside it.
"""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.codec.inscription.packets import Packets
from epubforge.codec.inscription.resources import DIGEST, IIM, image_resources
from epubforge.codec.inscription.tiff_tags import LARGEST, TEXTS, View, tags

_SOS, _EOI, _APP1, _APP13 = 0xDA, 0xD9, 0xE1, 0xED
_EXIF, _XMP = b"Exif\0\0", b"http://ns.adobe.com/xap/1.0/\0"
_EXTENSION = b"http://ns.adobe.com/xmp/extension/\0"
_PHOTOSHOP = b"Photoshop 3.0\0"
_GUID, _NUMBERS = 32, 8
"""Bytes: the packet's MD5 in hexadecimal; its whole length and this part's offset."""


def jpeg_packets(view: View) -> Packets:
    """The packets of a JPEG file, as far as its segments can be followed."""
    exif = xmp = photoshop = b""
    parts: dict[bytes, dict[int, bytes]] = {}
    for marker, body in _segments(view):
        if marker == _APP1 and body.startswith(_EXIF):
            exif = exif or body[len(_EXIF) :]
        elif marker == _APP1 and body.startswith(_XMP):
            xmp = xmp or body[len(_XMP) :]
        elif marker == _APP1 and body.startswith(_EXTENSION):
            _keep_part(body[len(_EXTENSION) :], parts)
        elif marker == _APP13 and body.startswith(_PHOTOSHOP) and len(photoshop) < LARGEST:
            photoshop += body[len(_PHOTOSHOP) :]
    resources = image_resources(photoshop)
    guid = next((known for known in parts if known in xmp), b"")
    return Packets(
        exif=tags(exif, TEXTS),
        iim=resources.get(IIM, b""),
        digest=resources.get(DIGEST, b""),
        xmp=xmp,
        extended=_joined(parts.get(guid, {})),
    )


def _segments(view: View) -> Iterator[tuple[int, bytes]]:
    position = 2
    while position + 4 <= len(view):
        if view[position] != 0xFF:
            return
        marker = view[position + 1]
        if marker == 0xFF:  # fill bytes
            position += 1
            continue
        if marker in {_SOS, _EOI}:
            return
        length = int.from_bytes(view[position + 2 : position + 4], "big")
        end = position + 2 + length
        if length < 2 or end > len(view):
            return
        if marker in {_APP1, _APP13}:
            yield marker, view[position + 4 : end]
        position = end


def _keep_part(body: bytes, parts: dict[bytes, dict[int, bytes]]) -> None:
    guid, data = body[:_GUID], body[_GUID + _NUMBERS :]
    offset = int.from_bytes(body[_GUID + 4 : _GUID + _NUMBERS], "big")
    if len(body) > _GUID + _NUMBERS:
        parts.setdefault(guid, {}).setdefault(offset, data)


def _joined(parts: dict[int, bytes]) -> bytes:
    """The parts in their order; nothing where one is missing or they are too much."""
    whole: list[bytes] = []
    at = 0
    for offset in sorted(parts):
        if offset != at or at > LARGEST:
            return b""
        whole.append(parts[offset])
        at += len(parts[offset])
    return b"".join(whole) if at <= LARGEST else b""
