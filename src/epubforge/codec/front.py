"""A picture file as a shop's cover: upright, sRGB, opaque, of the size that is wanted."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from PIL import Image

from epubforge.codec.decoding import decode
from epubforge.codec.original import Original

_BEST, _WORST, _STEP = 92, 60, 4
_TURNED = frozenset({5, 6, 7, 8})
"""Orientations in which the sides change places."""


def upright_size(original: Original) -> tuple[int, int]:
    """Width and height as the picture is seen."""
    if original.exif.orientation in _TURNED:
        return original.height, original.width
    return original.width, original.height


def write_front(
    original: Original,
    pixels: int,
    kind: Literal["JPEG", "PNG"],
    file: Path,
    most_bytes: int | None = None,
    paper: tuple[int, int, int] = (255, 255, 255),
) -> tuple[int, int]:
    """Write the picture with at most so many pixels, and say its size.

    JPEG in the best quality that stays below so many bytes; transparent parts take the
    colour of the paper.
    Raises PictureError where it cannot be decoded whole, and OSError where the file cannot be
    written.
    """
    image = _opaque(decode(original, pixels).image, paper)
    if kind == "PNG":
        image.save(file, "PNG", optimize=True)
        return image.size
    quality = _BEST
    while True:
        image.save(file, "JPEG", quality=quality, subsampling=0, optimize=True)
        if most_bytes is None or quality <= _WORST or file.stat().st_size <= most_bytes:
            return image.size
        quality -= _STEP


def _opaque(image: Image.Image, colour: tuple[int, int, int]) -> Image.Image:
    if image.mode not in {"LA", "RGBA"}:
        return image.convert("RGB")
    paper = Image.new("RGB", image.size, colour)
    paper.paste(image.convert("RGB"), mask=image.getchannel("A"))
    return paper
