"""The kinds of picture files that cameras and scanners make, awkward ones among them."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Literal

import numpy as np
from PIL import Image, ImageCms

from corpus.deep import Pixels, write_png16, write_tiff16
from corpus.profiles import P3_RGB, WIDE_RGB

Kind = Literal[
    "plain", "rotate2", "rotate3", "rotate5", "rotate6", "rotate8", "gps", "wide-rgb", "p3",
    "grey", "cmyk", "progressive", "full-chroma", "png16", "grey-png16", "tiff16",
]  # fmt: skip

SCHEDULE: tuple[Kind, ...] = (
    "plain", "rotate6", "wide-rgb", "plain", "grey", "rotate8", "plain", "progressive",
    "cmyk", "p3", "png16", "plain", "gps", "plain", "rotate3", "plain", "full-chroma",
    "plain", "wide-rgb", "plain", "plain", "rotate5", "plain", "grey", "tiff16",
    "plain", "rotate6", "plain", "wide-rgb", "gps", "plain", "rotate8", "plain", "plain",
    "grey", "plain", "progressive", "plain", "p3", "plain", "grey-png16", "plain",
    "rotate6", "plain", "wide-rgb", "plain", "cmyk", "plain", "rotate2", "plain",
)  # fmt: skip
"""What picture number i (mod the length) is like.

The first dozen already has one of each common kind, so that a small corpus is a varied one.
"""

SUFFIXES: dict[Kind, str] = {"png16": ".png", "grey-png16": ".png", "tiff16": ".tif"}
"""Of the kinds that are not JPEG."""

PROFILES: dict[Kind, bytes] = {"wide-rgb": WIDE_RGB, "p3": P3_RGB}

ORIENTATIONS: dict[Kind, tuple[int, Image.Transpose]] = {
    "rotate2": (2, Image.Transpose.FLIP_LEFT_RIGHT),
    "rotate3": (3, Image.Transpose.ROTATE_180),
    "rotate5": (5, Image.Transpose.TRANSPOSE),
    "rotate6": (6, Image.Transpose.ROTATE_90),
    "rotate8": (8, Image.Transpose.ROTATE_270),
}
"""The EXIF orientation, and what makes the stored pixels of the upright ones."""

MAKE, MODEL, DATE, ORIENTATION, GPS = 0x010F, 0x0110, 0x0132, 0x0112, 0x8825


def kind_of(number: int, plain: bool) -> Kind:
    """The kind that picture number `number` has, counted from 1."""
    return "plain" if plain else SCHEDULE[(number - 1) % len(SCHEDULE)]


def file_name(number: int, kind: Kind) -> str:
    """The name of a picture's file."""
    return f"portrait{number:04d}{SUFFIXES.get(kind, '.jpg')}"


def write_deep(image: Image.Image, kind: Kind, seed: int, path: Path) -> None:
    """Write the picture with 16 bits a channel."""
    pixels = _deepened(image.convert("L") if kind == "grey-png16" else image, seed)
    write = write_tiff16 if kind == "tiff16" else write_png16
    write(path, pixels)


def write_jpeg(image: Image.Image, kind: Kind, number: int, quality: int, path: Path) -> None:
    """Write the picture as a camera would."""
    _converted(image, kind).save(
        path,
        "JPEG",
        quality=quality,
        subsampling="4:4:4" if kind == "full-chroma" else "4:2:0",
        progressive=kind == "progressive",
        icc_profile=PROFILES.get(kind),
        exif=_exif(kind, number),
    )


def _deepened(image: Image.Image, seed: int) -> Pixels:
    """Sixteen bits a channel, with low bits that an 8-bit file could not hold."""
    deep = np.asarray(image).astype(np.uint16) * 257
    shape = deep.shape[:2]
    low = np.random.RandomState(seed).randint(0, 128, shape, dtype=np.uint16)
    return np.minimum(deep, 65535 - 128) + (low if deep.ndim == 2 else low[:, :, None])


def _converted(image: Image.Image, kind: Kind) -> Image.Image:
    if kind in ORIENTATIONS:
        return image.transpose(ORIENTATIONS[kind][1])
    if kind in PROFILES:
        return _in_profile(image, PROFILES[kind])
    modes: dict[Kind, str] = {"grey": "L", "cmyk": "CMYK"}
    return image.convert(modes[kind]) if kind in modes else image


def _in_profile(image: Image.Image, profile: bytes) -> Image.Image:
    wide = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    converted = ImageCms.profileToProfile(image, ImageCms.createProfile("sRGB"), wide)
    assert converted is not None, "only a conversion in place returns nothing"
    return converted


def _exif(kind: Kind, number: int) -> bytes:
    exif = Image.Exif()
    exif[MAKE], exif[MODEL] = "Corpus", "Generator One"
    exif[DATE] = f"2020:01:{1 + number % 28:02d} 12:00:00"
    if kind in ORIENTATIONS:
        exif[ORIENTATION] = ORIENTATIONS[kind][0]
    if kind == "gps":
        exif[GPS] = {1: "N", 2: (48.0, 51.0, 29.5), 3: "E", 4: (2.0, 17.0, 40.2)}
    return exif.tobytes()
