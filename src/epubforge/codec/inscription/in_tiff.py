"""A TIFF file's tags turned into packets; its own directory is its EXIF."""

from __future__ import annotations

import struct

from epubforge.codec.inscription.packets import Packets
from epubforge.codec.inscription.resources import DIGEST, IIM, image_resources
from epubforge.codec.inscription.tiff_tags import LONG, TEXTS, Tag, View, tags

_XMP, _IPTC, _PHOTOSHOP = 700, 33723, 34377


def tiff_packets(view: View) -> Packets:
    """The packets of a TIFF file, as far as its directory can be followed."""
    found = tags(view, (*TEXTS, _XMP, _IPTC, _PHOTOSHOP))
    resources = image_resources(found[_PHOTOSHOP].value) if _PHOTOSHOP in found else {}
    iptc = _in_order(found[_IPTC]) if _IPTC in found else b""
    return Packets(
        exif={number: tag for number, tag in found.items() if number in TEXTS},
        iim=iptc or resources.get(IIM, b""),
        digest=resources.get(DIGEST, b""),
        xmp=found[_XMP].value if _XMP in found else b"",
    )


def _in_order(tag: Tag) -> bytes:
    """Some writers store the datasets as numbers of four bytes, and turn each of them round."""
    value = tag.value
    if tag.type != LONG or value[:1] == b"\x1c":
        return value
    count = len(value) // 4
    other = "<" if tag.order == ">" else ">"
    numbers = struct.unpack(f"{tag.order}{count}I", value[: 4 * count])
    return struct.pack(f"{other}{count}I", *numbers)
