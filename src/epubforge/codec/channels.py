"""The channels of a wide TIFF, which lie side by side in one grey picture, as a coloured one."""

from __future__ import annotations

from typing import Literal

from PIL import Image

from epubforge.codec.wide import WideTiff

_LEVEL = 255 / 4_294_967_295


def apart(image: Image.Image, wide: WideTiff) -> Image.Image:
    """The channels of a decoded wide picture as RGB or RGBA of 8 bits.

    Floats go from 0 to 1, numbers over their whole range; what lies outside is cut off.
    """
    size = (wide.width, wide.height)
    planes = []
    for channel in range(wide.channels):
        picked = image.transform(
            size, Image.Transform.AFFINE, (wide.channels, 0, channel + 0.5 - wide.channels / 2,
                                           0, 1, 0), Image.Resampling.NEAREST,
        )  # fmt: skip
        planes.append(_eight_bit(picked, wide.mode))
    return Image.merge("RGB" if wide.channels == 3 else "RGBA", planes)


def _eight_bit(plane: Image.Image, mode: Literal["F", "I"]) -> Image.Image:
    if mode == "F":
        return plane.point(lambda level: level * 255.0 + 0.5).convert("L")
    # Pillow reads the numbers as signed ones: the upper half comes out negative. Each half is
    # clipped to its own levels, and black in the other.
    floats = plane.convert("F")
    lower = floats.point(lambda level: level * _LEVEL + 0.5).convert("L")
    upper = floats.point(lambda level: level * _LEVEL + 255.5).convert("L")
    is_upper = floats.point(lambda level: level * -1.0).convert("L")
    return Image.composite(upper, lower, is_upper.point([0] + [255] * 255))
