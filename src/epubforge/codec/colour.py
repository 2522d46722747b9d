"""Colours of any profile as sRGB, the one space that every reader shows alike."""

from __future__ import annotations

import io
from functools import lru_cache

from PIL import Image, ImageCms

_INTENT = ImageCms.Intent.RELATIVE_COLORIMETRIC
_FLAGS = ImageCms.Flags.BLACKPOINTCOMPENSATION
_TOLERANCE = 2
"""Levels of 255 by which a profile may differ from sRGB and still be taken for it."""
_STEPS = (0, 32, 64, 96, 128, 160, 192, 224, 255)


class ProfileError(Exception):
    """A colour profile cannot be used for this picture."""


@lru_cache(maxsize=32)
def is_srgb(icc: bytes, mode: str) -> bool:
    """Whether a profile means the same colours as sRGB, whatever it is called.

    Raises ProfileError where it cannot be used for pictures of this mode.
    """
    if mode == "CMYK":
        return False
    sample = Image.frombytes("L", (256, 1), bytes(range(256))) if mode == "L" else _lattice()
    converted = to_srgb(sample, icc)
    pairs = zip(sample.tobytes(), converted.tobytes(), strict=True)
    return all(abs(before - after) <= _TOLERANCE for before, after in pairs)


def to_srgb(image: Image.Image, icc: bytes) -> Image.Image:
    """The picture (L, LA, RGB, RGBA or CMYK) in sRGB; grey stays grey, alpha stays as it is.

    Raises ProfileError where the profile cannot be used for such a picture.
    """
    if image.mode in {"LA", "RGBA"}:
        alpha = image.getchannel("A")
        opaque = to_srgb(image.convert(image.mode[:-1]), icc)
        opaque.putalpha(alpha)
        return opaque
    if image.mode == "L":
        return image.point(_grey_curve(icc))
    converted = ImageCms.applyTransform(image, _transform(icc, image.mode))
    if converted is None:
        raise ProfileError("it gives no picture")
    return converted


def from_gamma(image: Image.Image, gamma: int) -> Image.Image:
    """The picture in sRGB whose numbers have only a gAMA value (in 100,000ths) to explain them."""
    curve = [_srgb_level((level / 255) ** (100_000 / gamma)) for level in range(256)]
    if image.mode in {"LA", "RGBA"}:
        alpha = image.getchannel("A")
        opaque = from_gamma(image.convert(image.mode[:-1]), gamma)
        opaque.putalpha(alpha)
        return opaque
    return image.point(curve * len(image.getbands()))


def lab_to_rgb(image: Image.Image) -> Image.Image:
    """A picture in CIE L*a*b* as sRGB."""
    converted = ImageCms.applyTransform(image, _lab_transform())
    if converted is None:
        raise ProfileError("it gives no picture")
    return converted


@lru_cache(maxsize=8)
def _transform(icc: bytes, mode: str) -> ImageCms.ImageCmsTransform:
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(icc))
        return ImageCms.buildTransform(profile, _srgb(), mode, "RGB", _INTENT, _FLAGS)
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError) as error:
        raise ProfileError(str(error)) from error


@lru_cache(maxsize=32)
def _grey_curve(icc: bytes) -> list[int]:
    """What each grey becomes: one curve is exact, and a hundred times faster than a transform."""
    ramp = Image.frombytes("L", (256, 1), bytes(range(256)))
    try:
        colours = ImageCms.applyTransform(ramp, _transform(icc, "L"))
    except ProfileError:
        # Grey pictures often carry the RGB profile of the program that made them.
        colours = ImageCms.applyTransform(ramp.convert("RGB"), _transform(icc, "RGB"))
    if colours is None:
        raise ProfileError("it gives no picture")
    return list(colours.convert("L").tobytes())


@lru_cache(maxsize=1)
def _srgb() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


@lru_cache(maxsize=1)
def _lab_transform() -> ImageCms.ImageCmsTransform:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    return ImageCms.buildTransform(lab, _srgb(), "LAB", "RGB", _INTENT)


def _lattice() -> Image.Image:
    points = bytes(v for r in _STEPS for g in _STEPS for b in _STEPS for v in (r, g, b))
    return Image.frombytes("RGB", (len(points) // 3, 1), points)


def _srgb_level(linear: float) -> int:
    encoded = 12.92 * linear if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055
    return round(255 * encoded)
