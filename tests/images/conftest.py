"""Pictures made by script, as real files."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from epubforge.model.picture import PictureSource

Put = Callable[[str, bytes], PictureSource]
Encode = Callable[..., bytes]


@pytest.fixture
def workshop(tmp_path: Path) -> Path:
    """A folder that does not exist yet."""
    return tmp_path / "workshop"


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Writes bytes into the project's images folder."""

    def write(name: str, data: bytes) -> PictureSource:
        file = tmp_path / "images" / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(data)
        return PictureSource(f"images/{name}", file, len(data), 0)

    return write


@pytest.fixture
def encode() -> Encode:
    """An image as the bytes of a file; options go to Pillow."""

    def save(image: Image.Image, kind: str, **options: object) -> bytes:
        stream = io.BytesIO()
        image.save(stream, kind, **options)
        return stream.getvalue()

    return save


@pytest.fixture
def scene() -> Image.Image:
    """A colourful picture without symmetry, smooth like a photograph: 240 × 160."""
    return shaded(240, 160)


@pytest.fixture
def png_of() -> Callable[[int, int, int, int, bytes], bytes]:
    """A PNG written by hand: width, height, depth, colour type, rows without filter bytes."""
    return written_png


def shaded(width: int, height: int) -> Image.Image:
    """Three gradients of different direction with a fine weave of noise."""
    pixels = bytearray()
    for y in range(height):
        for x in range(width):
            grain = (x * 7919 + y * 104729) % 13 - 6
            pixels += bytes((
                min(255, max(0, x * 255 // width + grain)),
                min(255, max(0, y * 255 // height + grain)),
                min(255, max(0, (x + 2 * y) * 255 // (width + 2 * height) + grain)),
            ))  # fmt: skip
    return Image.frombytes("RGB", (width, height), bytes(pixels))


def written_png(width: int, height: int, depth: int, colour_type: int, rows: bytes) -> bytes:
    """A PNG by the book: https://www.w3.org/TR/png-3/"""
    stride = len(rows) // height
    filtered = b"".join(b"\0" + rows[y * stride : (y + 1) * stride] for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, depth, colour_type, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in (
            (b"IHDR", header), (b"IDAT", zlib.compress(filtered)), (b"IEND", b""),
        )
    )  # fmt: skip
