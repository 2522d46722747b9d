"""Pillow's readers, one for each kind: opened without Pillow's guess at what a file may be."""

from __future__ import annotations

import logging
import warnings
from pathlib import Path
from typing import IO

from PIL import ImageFile

from epubforge.codec.exif import ARTIST, COPYRIGHT, Exif, read_exif
from epubforge.codec.flaws import Flaw, PictureError
from epubforge.codec.guard import reading
from epubforge.codec.jpeg import EXIF_NAME
from epubforge.codec.kinds import Kind
from epubforge.codec.original import Original
from epubforge.codec.private import Private, private_in_xmp

# Pillow warns on the standard error of what it mends by itself; our findings say what matters.
warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\.")
logging.getLogger("PIL").addHandler(logging.NullHandler())

_GPS_IFD, _SUBFILE_TYPE, _REDUCED = 0x8825, 254, 1
"""TIFF tags, and the flag of a page that is but a smaller copy: TIFF 6.0, page 36."""


def look_into(location: Path, kind: Kind) -> Original:
    """What a GIF, WebP, TIFF, BMP or AVIF says of itself before it is decoded.

    Raises PictureError where Pillow cannot read it.
    """
    with reading(), location.open("rb") as file:
        image = reader(kind, file)
        width, height = image.size
        icc = _bytes(image, "icc_profile") or None
        exif = _tiff_exif(image) or read_exif(_bytes(image, "exif").removeprefix(EXIF_NAME))
        private = exif.private | private_in_xmp(_bytes(image, "xmp"))
        several = _has_more(image)
        return Original(
            location, kind, width, height, exif=exif, icc=icc, private=private,
            animated=several and kind is not Kind.TIFF, pages=several and kind is Kind.TIFF,
        )  # fmt: skip


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
        case Kind.SVG:
            raise PictureError(Flaw.UNSUPPORTED, "is a drawing, not pixels", "use it as it is")


def _has_more(image: ImageFile.ImageFile) -> bool:
    """Whether there are further frames or pages; the image cannot be decoded after this."""
    from PIL.TiffImagePlugin import TiffImageFile

    if not getattr(image, "is_animated", False):
        return False
    if not isinstance(image, TiffImageFile):
        return True
    image.seek(1)
    return not int(image.tag_v2.get(_SUBFILE_TYPE, 0)) & _REDUCED


def _bytes(image: ImageFile.ImageFile, name: str) -> bytes:
    value = image.info.get(name)
    return value if isinstance(value, bytes) else b""


def _tiff_exif(image: ImageFile.ImageFile) -> Exif | None:
    """A TIFF's own tags are its EXIF; the way up is left to Pillow, which turns TIFF by itself."""
    from PIL.TiffImagePlugin import TiffImageFile

    if not isinstance(image, TiffImageFile):
        return None
    tags = image.tag_v2
    copyright, artist = (str(tags.get(tag, "")).encode("utf-8") for tag in (COPYRIGHT, ARTIST))
    place = frozenset({Private.PLACE} if _GPS_IFD in tags else ())
    return Exif(copyright=copyright, artist=artist, private=place)
