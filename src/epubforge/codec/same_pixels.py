"""Whether two picture files that are not the same bytes are the same pixels."""

from __future__ import annotations

import io

from PIL import Image, ImageChops

from epubforge.codec.flaws import PictureError
from epubforge.codec.guard import reading
from epubforge.codec.kinds import HEAD, Kind, kind_of
from epubforge.codec.readers import reader

MOST_PIXELS = 60_000_000
"""Of one picture that is decoded for this."""


def same_pixels(one: bytes, other: bytes) -> bool | None:
    """Whether every pixel is the same; None where that cannot be told: for drawings and motion,
    and for what cannot be decoded or has far too many pixels."""
    try:
        with reading():
            first, second = _decoded(one), _decoded(other)
            if first is None or second is None:
                return None
            if first.size != second.size:
                return False
            return ImageChops.difference(first, second).getbbox(alpha_only=False) is None
    except PictureError:
        return None


def _decoded(data: bytes) -> Image.Image | None:
    kind = kind_of(data[:HEAD], "")
    if kind is Kind.SVG:
        return None
    with reader(kind, io.BytesIO(data)) as image:
        if image.width * image.height > MOST_PIXELS or getattr(image, "is_animated", False):
            return None
        image.load()
        return image.convert("RGBA" if image.has_transparency_data else "RGB").convert("RGBA")
