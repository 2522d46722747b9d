"""Pictures of sixteen bits a channel as eight, rounded: Pillow cuts the lower eight off.

Pillow's unpackers for the other byte order take what it leaves out: each file is decoded twice,
and the second picture holds the lower bytes of the first.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, ImageChops, ImageFile

from epubforge.codec.kinds import Kind
from epubforge.codec.original import Original
from epubforge.codec.png import PngLayout
from epubforge.codec.readers import opened, reader

_ROUND_UP = 129
"""A value is 257 levels of 255: from so much more in the lower byte on the next one is nearer."""
_OTHER_ORDER = {"B": "L", "L": "B", "N": "B"}
"""By the end of a raw mode; N is the computer's own order, which is L on all that matter."""
_PLANAR, _APART, _BITS = 284, 2, 258
_CHANNELS = frozenset("RGBACMYK")
"""A TIFF's tags, and the raw modes of single channels."""
_STRIP = 64
"""Rows."""
_GREY_ALPHA = 4
"""The colour type of such a PNG."""


def is_deep(original: Original, image: ImageFile.ImageFile) -> bool:
    """Whether a picture that was opened has more bits a channel than its mode holds."""
    if isinstance(original.layout, PngLayout):
        return original.layout.depth == 16 and image.mode in {"RGB", "RGBA", "LA"}
    return original.kind is Kind.TIFF and (
        _is_planar(image) or any(_is_deep(tile[3]) for tile in image.tile)
    )


def eight_bit(original: Original) -> Image.Image:
    """The picture in RGB, RGBA, LA or CMYK, each level the nearest; `tRNS` has become alpha."""
    layout = original.layout
    if isinstance(layout, PngLayout) and layout.colour_type == _GREY_ALPHA:
        return _grey_with_alpha(original)
    upper, lower = _decoded(original, swapped=False), _decoded(original, swapped=True)
    if isinstance(layout, PngLayout) and layout.transparent is not None:
        alpha = _all_but(upper, lower, layout.transparent)
        _round(upper, lower)
        upper.putalpha(alpha)
        return upper
    _round(upper, lower)
    return upper


def _decoded(original: Original, *, swapped: bool) -> Image.Image:
    with _opened(original) as image:
        if _is_planar(image):
            image.tile = [tile._replace(args=_sixteen(tile[3], image)) for tile in image.tile]
        if swapped:
            image.tile = [tile._replace(args=_swapped(tile[3])) for tile in image.tile]
        image.load()
        return image


@contextmanager
def _opened(original: Original) -> Iterator[ImageFile.ImageFile]:
    with opened(original) as file:
        yield reader(original.kind, file)


def _is_deep(arguments: object) -> bool:
    raw = _raw_mode(arguments)
    return ";16" in raw and not raw.startswith("I;16")


def _is_planar(image: ImageFile.ImageFile) -> bool:
    """Whether channels of 16 bits lie apart: Pillow takes these for eight where they are raw."""
    tags = getattr(image, "tag_v2", {})
    raw = all(_raw_mode(tile[3]) in _CHANNELS for tile in image.tile)
    return tags.get(_PLANAR) == _APART and tags.get(_BITS, ())[:1] == (16,) and raw


def _sixteen(arguments: object, image: ImageFile.ImageFile) -> tuple[object, ...]:
    prefix = getattr(getattr(image, "tag_v2", None), "prefix", b"II")
    order = "L" if prefix == b"II" else "B"
    rest = arguments[1:] if isinstance(arguments, tuple) else ()
    return (f"{_raw_mode(arguments)};16{order}", *rest)


def _raw_mode(arguments: object) -> str:
    first = arguments[0] if isinstance(arguments, tuple) and arguments else arguments
    return first if isinstance(first, str) else ""


def _swapped(arguments: object) -> tuple[object, ...] | str:
    raw = _raw_mode(arguments)
    other = raw[:-1] + _OTHER_ORDER.get(raw[-1:], raw[-1:])
    return (other, *arguments[1:]) if isinstance(arguments, tuple) else other


def _grey_with_alpha(original: Original) -> Image.Image:
    """The four bytes of a pixel taken for four channels: Pillow has no other order for two."""
    with _opened(original) as image:
        image._mode = "RGBA"
        image.tile = [tile._replace(args="RGBA") for tile in image.tile]
        image.load()
        grey, grey_low, alpha, alpha_low = image.split()
    _round(grey, grey_low)
    _round(alpha, alpha_low)
    return Image.merge("LA", (grey, alpha))


def _round(upper: Image.Image, lower: Image.Image) -> None:
    """Round the upper bytes in their place, strip by strip: whole pictures would be five more."""
    steps = [int(level >= _ROUND_UP) for level in range(256)] * len(upper.getbands())
    for top in range(0, upper.height, _STRIP):
        box = (0, top, upper.width, min(top + _STRIP, upper.height))
        high, low = upper.crop(box), lower.crop(box)
        up = ImageChops.subtract(low, high).point(steps)
        down = ImageChops.subtract(high, low).point(steps)
        upper.paste(ImageChops.subtract(ImageChops.add(high, up), down), box)


def _all_but(upper: Image.Image, lower: Image.Image, key: tuple[int, ...]) -> Image.Image:
    """An alpha channel that is clear where every channel has the key's value."""
    differing = Image.new("L", upper.size, 0)
    for plane, value in zip((*upper.split(), *lower.split()), _bytes(key), strict=True):
        table = [0 if level == value else 255 for level in range(256)]
        differing = ImageChops.lighter(differing, plane.point(table))
    return differing


def _bytes(key: tuple[int, ...]) -> tuple[int, ...]:
    return (*(value >> 8 for value in key), *(value & 255 for value in key))
