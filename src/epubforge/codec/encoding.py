"""Pixels as a JPEG or PNG file, whichever suits what they show."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops
from PIL.PngImagePlugin import PngInfo

from epubforge.codec.decoding import JpegTables
from epubforge.codec.jpeg import EXIF_NAME

_FLAT = 0.6
"""As many of a drawing's pixels at least are like their neighbour."""
_SHADED = 0.15
"""For each of these, so many at most differ by one level, as smooth shading does."""
_MOST_COLOURS = 256
_FEW_GREYS = 32
"""So few are a drawing however they lie: PNG holds them exactly, and small."""
_TINY = 4096
"""So few pixels cost nothing as PNG."""
_FOUR_TWO_ZERO = 2


@dataclass(frozen=True, slots=True)
class Encoding:
    """How the file is written."""

    quality: int
    progressive: bool
    exif: bytes = b""
    """For a JPEG: the EXIF block that stays."""
    texts: tuple[tuple[str, str], ...] = ()
    """For a PNG: keywords and texts that stay."""
    tables: JpegTables | None = None
    """For a JPEG: those of its original, instead of the quality."""


def is_drawing(image: Image.Image) -> bool:
    """Whether a picture is made of flat areas, which JPEG would smear, or is transparent."""
    if image.mode in {"LA", "RGBA"}:
        return True
    if image.width * image.height <= _TINY or _has_few_colours(image):
        return True
    grey = image.convert("L")
    left = grey.crop((0, 0, grey.width - 1, grey.height))
    right = grey.crop((1, 0, grey.width, grey.height))
    steps = ImageChops.difference(left, right).histogram()
    return steps[0] >= _FLAT * sum(steps) and steps[1] <= _SHADED * steps[0]


def _has_few_colours(image: Image.Image) -> bool:
    """Whether a palette holds them, or a few greys: every grey photograph has 256 at most."""
    counted = image.getcolors(_MOST_COLOURS)
    if counted is None:
        return False
    is_grey = all(
        isinstance(c, int | float) or len(set(c)) == 1 for _, c in counted if c is not None
    )
    return len(counted) <= (_FEW_GREYS if is_grey else _MOST_COLOURS)


def write_jpeg(image: Image.Image, file: Path, encoding: Encoding) -> None:
    """Write grey or RGB pixels as JPEG with tables made for them.

    To a real file, because Pillow then lets other threads work meanwhile.
    """
    tables = encoding.tables
    exif = EXIF_NAME + encoding.exif if encoding.exif else b""
    if tables is None:
        image.save(
            file, "JPEG", quality=encoding.quality, subsampling=_FOUR_TWO_ZERO, optimize=True,
            progressive=encoding.progressive, exif=exif,
        )  # fmt: skip
    else:
        image.save(
            file, "JPEG", qtables=tables.quantization, subsampling=tables.sampling, optimize=True,
            progressive=encoding.progressive, exif=exif,
        )  # fmt: skip


def write_png(image: Image.Image, file: Path, encoding: Encoding) -> None:
    """Write pixels as PNG, with a palette where that loses nothing."""
    kept = PngInfo()
    for keyword, text in encoding.texts:
        kept.add_text(keyword, text)
    _with_palette(image).save(file, "PNG", optimize=True, pnginfo=kept)


def _with_palette(image: Image.Image) -> Image.Image:
    if image.mode != "RGB":
        return image
    counted = image.getcolors(_MOST_COLOURS)
    if counted is None:
        return image
    palette = Image.new("P", (1, 1))
    colours = sorted(colour for _, colour in counted if isinstance(colour, tuple))
    palette.putpalette([level for colour in colours for level in colour])
    mapped = image.quantize(palette=palette, dither=Image.Dither.NONE)
    exact = ImageChops.difference(mapped.convert("RGB"), image).getbbox() is None
    return mapped if exact else image
