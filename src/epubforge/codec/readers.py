"""Pillow's readers, one for each kind: opened without Pillow's guess at what a file may be."""

from __future__ import annotations

import io
import logging
import warnings
from dataclasses import replace
from pathlib import Path
from typing import IO

from PIL import Image, ImageFile

from epubforge.codec.exif import Exif, read_exif
from epubforge.codec.flaws import Flaw, PictureError
from epubforge.codec.guard import reading
from epubforge.codec.jpeg import EXIF_NAME
from epubforge.codec.kinds import Kind
from epubforge.codec.original import Original
from epubforge.codec.png import PngLayout, bare
from epubforge.codec.private import Private, private_in_xmp
from epubforge.codec.wide import WideTiff, wide_tiff

# Pillow warns on the standard error of what it mends by itself; our findings say what matters.
warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\.")
warnings.filterwarnings("ignore", category=Image.DecompressionBombWarning)
logging.getLogger("PIL").addHandler(logging.NullHandler())

HEIF_EXTRA = "pip install 'epubforge[heif]'"
"""What makes HEIC pictures readable."""
_LARGEST_META = 1_000_000
"""Where the description of a HEIC picture ends at last."""
_PAGED = frozenset({Kind.TIFF, Kind.HEIF})
"""The kinds whose further pictures do not make a motion."""


def look_into(location: Path, kind: Kind) -> Original:
    """What a GIF, WebP, TIFF, BMP or AVIF says of itself before it is decoded.

    Raises PictureError where Pillow cannot read it.
    """
    with reading(), location.open("rb") as file:
        image, wide = _opened(location, kind, file)
        width, height = (wide.width, wide.height) if wide else image.size
        icc = _bytes(image, "icc_profile") or None
        exif = _tiff_exif(image, wide) or read_exif(_bytes(image, "exif").removeprefix(EXIF_NAME))
        if kind is Kind.HEIF:
            exif = replace(exif, orientation=_heif_orientation(image, location))
        comment = {Private.COMMENT} if kind is Kind.GIF and image.info.get("comment") else set()
        private = exif.private | comment | private_in_xmp(_bytes(image, "xmp"))
        several = _has_more(image)
        return Original(
            location, kind, width, height, exif=exif, icc=icc, private=private,
            animated=several and kind not in _PAGED, pages=several and kind in _PAGED, wide=wide,
        )  # fmt: skip


def _opened(
    location: Path, kind: Kind, file: IO[bytes]
) -> tuple[ImageFile.ImageFile, WideTiff | None]:
    """The file opened by Pillow; one of 32-bit colours as what Pillow can read."""
    try:
        return reader(kind, file), None
    except SyntaxError:
        wide = wide_tiff(location.read_bytes()) if kind is Kind.TIFF else None
        if wide is None:
            raise
        return reader(kind, io.BytesIO(wide.data)), wide


def opened(original: Original) -> IO[bytes]:
    """The file of a picture that is no JPEG, as its reader may see it."""
    if isinstance(original.layout, PngLayout):
        return io.BytesIO(bare(original.data, original.layout))
    return original.location.open("rb")


def reader(kind: Kind, file: IO[bytes]) -> ImageFile.ImageFile:
    """A file opened by the reader of its kind; the pixels are not decoded yet.

    Going past Image.open keeps all other readers shut, and its limit on pixels out: ours counts.
    """
    match kind:
        case Kind.JPEG:
            from PIL.JpegImagePlugin import JpegImageFile

            return JpegImageFile(file)
        case Kind.PNG:
            from PIL.PngImagePlugin import PngImageFile

            return PngImageFile(file)
        case Kind.GIF:
            from PIL.GifImagePlugin import GifImageFile

            return GifImageFile(file)
        case Kind.WEBP:
            from PIL.WebPImagePlugin import WebPImageFile

            return WebPImageFile(file)
        case Kind.TIFF:
            from PIL.TiffImagePlugin import TiffImageFile

            return TiffImageFile(file)
        case Kind.BMP:
            from PIL.BmpImagePlugin import BmpImageFile

            return BmpImageFile(file)
        case Kind.AVIF:
            from PIL.AvifImagePlugin import AvifImageFile

            return AvifImageFile(file)
        case Kind.HEIF:
            return _heif_reader()(file)
        case Kind.SVG:
            raise PictureError(Flaw.UNSUPPORTED, "is a drawing, not pixels", "use it as it is")


def _heif_reader() -> type[ImageFile.ImageFile]:
    """The reader of HEIC, which is an extra: its library is large, and not everybody has such."""
    try:
        from pillow_heif import HeifImageFile
    except ImportError as error:
        reason = "is a HEIC picture, and the extra that reads them is not installed"
        raise PictureError(Flaw.EXTRA_MISSING, reason, f"install it: {HEIF_EXTRA}") from error
    return HeifImageFile


def _heif_orientation(image: ImageFile.ImageFile, location: Path) -> int:
    """What EXIF says, where the container itself does not turn the picture.

    Turning by the container is done by the decoder, and EXIF then only tells of it: ISO/IEC
    23008-12, 6.5.10 and annex A.
    """
    with location.open("rb") as file:
        head = file.read(_LARGEST_META)
    told = image.info.get("original_orientation")
    turned = b"irot" in head or b"imir" in head
    return told if isinstance(told, int) and 1 <= told <= 8 and not turned else 1


def _has_more(image: ImageFile.ImageFile) -> bool:
    """Whether there are further frames or pages; the image cannot be decoded after this."""
    if not getattr(image, "is_animated", False):
        return False
    if image.format != "TIFF":
        return True
    from epubforge.codec.tiff import has_further_page

    return has_further_page(image)


def _bytes(image: ImageFile.ImageFile, name: str) -> bytes:
    value = image.info.get(name)
    return value if isinstance(value, bytes) else b""


def _tiff_exif(image: ImageFile.ImageFile, wide: WideTiff | None) -> Exif | None:
    if image.format != "TIFF":
        return None
    from epubforge.codec.tiff import tiff_exif

    return tiff_exif(image, wide.orientation if wide else 1)
