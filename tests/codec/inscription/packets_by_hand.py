"""Metadata blocks and the files that carry them, written byte by byte, as the standards say."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Mapping

from PIL import Image

RDF = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" '
    'xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" '
    'xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" '
    'xmlns:xmpNote="http://ns.adobe.com/xmp/note/" '
    'xmlns:mwg-rs="http://www.metadataworkinggroup.com/schemas/regions/">'
    '<rdf:Description rdf:about="" {0}>{1}</rdf:Description></rdf:RDF></x:xmpmeta>'
)


def xmp(body: str = "", attributes: str = "") -> bytes:
    """A packet, its properties as elements or as attributes."""
    return RDF.format(attributes, body).encode()


def alternatives(name: str, **texts: str) -> str:
    """A property in several languages; `x_default` and `en_GB` with underscores."""
    items = "".join(
        f'<rdf:li xml:lang="{tag.replace("_", "-")}">{text}</rdf:li>' for tag, text in texts.items()
    )
    return f"<{name}><rdf:Alt>{items}</rdf:Alt></{name}>"


def dataset(number: int, value: bytes, record: int = 2) -> bytes:
    """One IIM dataset."""
    return struct.pack(">BBBH", 0x1C, record, number, len(value)) + value


def resource(number: int, data: bytes) -> bytes:
    """One of Photoshop's image resources."""
    padded = data + b"\0" * (len(data) % 2)
    return b"8BIM" + struct.pack(">H", number) + b"\0\0" + struct.pack(">I", len(data)) + padded


def exif(tags: Mapping[int, tuple[int, bytes]], order: str = "<") -> bytes:
    """A TIFF-structured block with one directory; each tag has its type and its bytes."""
    table, body = b"", b""
    start = 8 + 2 + 12 * len(tags) + 4
    for number, (kind, value) in sorted(tags.items()):
        place = value.ljust(4, b"\0")
        if len(value) > 4:
            place = struct.pack(order + "I", start + len(body))
            body += value
        table += struct.pack(order + "HHI", number, kind, len(value)) + place
    head = b"II*\0" if order == "<" else b"MM\0*"
    count = struct.pack(order + "H", len(tags))
    return head + struct.pack(order + "I", 8) + count + table + b"\0\0\0\0" + body


def jpeg(*segments: tuple[int, bytes]) -> bytes:
    """A JPEG with these application segments behind its start."""
    file = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(file, "JPEG")
    data = file.getvalue()
    parts = (struct.pack(">BBH", 0xFF, mark, len(body) + 2) + body for mark, body in segments)
    return data[:2] + b"".join(parts) + data[2:]


def with_xmp(packet: bytes) -> bytes:
    """A JPEG that carries this packet."""
    return jpeg((0xE1, b"http://ns.adobe.com/xap/1.0/\0" + packet))


def with_iim(data: bytes, digest: bytes = b"", packet: bytes = b"") -> bytes:
    """A JPEG with IIM, the digest of it where there is one, and XMP."""
    resources = resource(0x0404, data) + (resource(0x0425, digest) if digest else b"")
    segments = [(0xED, b"Photoshop 3.0\0" + resources)]
    if packet:
        segments.append((0xE1, b"http://ns.adobe.com/xap/1.0/\0" + packet))
    return jpeg(*segments)


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    """A PNG with these chunks behind its header."""
    file = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(file, "PNG")
    data = file.getvalue()
    parts = (
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in chunks
    )
    return data[:33] + b"".join(parts) + data[33:]
