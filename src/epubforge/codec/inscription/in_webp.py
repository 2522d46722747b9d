"""A WebP's metadata chunks turned into packets: RFC 9649, 2.7.1.5."""

from __future__ import annotations

from epubforge.codec.inscription.packets import Packets
from epubforge.codec.inscription.tiff_tags import LARGEST, TEXTS, View, tags


def webp_packets(view: View) -> Packets:
    """The packets of a WebP file, as far as its chunks can be followed."""
    found: dict[bytes, bytes] = {}
    position = 12
    while position + 8 <= len(view):
        name = view[position : position + 4]
        size = int.from_bytes(view[position + 4 : position + 8], "little")
        end = position + 8 + size
        if name in {b"EXIF", b"XMP "} and size <= LARGEST and end <= len(view):
            found.setdefault(name, view[position + 8 : end])
        position = end + size % 2
    exif = found.get(b"EXIF", b"").removeprefix(b"Exif\0\0")
    return Packets(exif=tags(exif, TEXTS), xmp=found.get(b"XMP ", b""))
