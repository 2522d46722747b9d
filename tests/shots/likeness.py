"""Whether two pictures of a page look alike, whatever a browser does at the edges of letters."""

from __future__ import annotations

from PIL import Image, ImageChops, ImageStat

WIDTH = 240
"""Pixels across of a picture that is kept."""
_COLOURS = 48
_ACROSS = 20
"""Blocks across that are compared. One is about as high as a line on a telephone."""
_MOST = 14
"""Of 255: how far a block's colour may be off. One with text in it is 30 from an empty one."""
_MEAN = 2.5
"""Of 255: how far all may be off together."""


def kept(picture: Image.Image) -> Image.Image:
    """The picture as it is kept: small, in a few colours."""
    small = _scaled(picture.convert("RGB"), WIDTH)
    return small.quantize(_COLOURS, dither=Image.Dither.NONE)


def unlike(picture: Image.Image, approved: Image.Image) -> str | None:
    """What the first difference is that a reader would see; None where there is none."""
    small = _scaled(picture.convert("RGB"), WIDTH)
    if small.size != approved.size:
        return f"its shape is {small.size}, and not {approved.size}"
    blocks = _scaled(small, _ACROSS)
    off = ImageChops.difference(blocks, _scaled(approved.convert("RGB"), _ACROSS))
    most = max(high for _, high in ImageStat.Stat(off).extrema)
    mean = max(ImageStat.Stat(off).mean)
    if most <= _MOST and mean <= _MEAN:
        return None
    seen = off.convert("L").point([255 * (level > _MOST // 2) for level in range(256)]).getbbox()
    return f"blocks are up to {most:.0f} off, {mean:.1f} in the mean; look at {seen} of {off.size}"


def _scaled(picture: Image.Image, width: int) -> Image.Image:
    height = round(picture.height * width / picture.width)
    return picture.resize((width, height), Image.Resampling.BOX)
