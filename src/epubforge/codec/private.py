"""What in a picture's metadata is private, told by words people know."""

from __future__ import annotations

import re
from enum import Enum


class Private(Enum):
    """Kinds of metadata that tell more than the picture shows; the value is said to people."""

    PLACE = "where it was taken"
    SERIAL = "serial numbers"
    OWNER = "names of people"
    TEXTS = "texts about the picture"
    COMMENT = "a comment"
    THUMBNAIL = "a small copy of the picture"
    MAKER = "notes of the camera's maker"
    SECOND = "a second picture"
    HISTORY = "a record of its making"


_IN_XMP = (
    (re.compile(rb"GPSL(?:at|ong)itude|Iptc4xmpCore:Location"), Private.PLACE),
    (re.compile(rb"SerialNumber"), Private.SERIAL),
    (
        re.compile(rb"OwnerName|dc:creator|photoshop:Credit|PersonInImage|mwg-rs:Name"),
        Private.OWNER,
    ),
    (re.compile(rb"xmpGImg:image|xapGImg:image"), Private.THUMBNAIL),
    (re.compile(rb"dc:description|dc:title|photoshop:Headline"), Private.TEXTS),
    (re.compile(rb"stEvt:|photoshop:History"), Private.HISTORY),
)


def private_in_xmp(packet: bytes) -> frozenset[Private]:
    """The private kinds that an XMP packet holds, by the names of its properties."""
    return frozenset(kind for pattern, kind in _IN_XMP if pattern.search(packet))
