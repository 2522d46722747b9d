"""What a TIFF's tags say beside its pixels: they are its EXIF."""

from __future__ import annotations

from PIL import ImageFile
from PIL.TiffImagePlugin import TiffImageFile

from epubforge.codec.exif import ARTIST, COPYRIGHT, PRIVATE_TAGS, Exif
from epubforge.codec.private import Private, private_in_xmp

_EXIF_IFD, _GPS_IFD, _XMP, _IPTC, _IRB = 0x8769, 0x8825, 700, 33723, 34377
_SUBFILE_TYPE, _REDUCED = 254, 1
"""The flag of a page that is but a smaller copy: TIFF 6.0, page 36."""


def tiff_exif(image: ImageFile.ImageFile, orientation: int = 1) -> Exif | None:
    """The tags that matter; None where it is no TIFF.

    The way up is left to Pillow, which turns TIFF by itself, unless it is told here.
    """
    if not isinstance(image, TiffImageFile):
        return None
    tags = image.tag_v2
    copyright, artist = (str(tags.get(tag, "")).encode("utf-8") for tag in (COPYRIGHT, ARTIST))
    exif = image.getexif()
    inner, place = exif.get_ifd(_EXIF_IFD), exif.get_ifd(_GPS_IFD)
    private = {PRIVATE_TAGS[tag] for tag in (*tags, *inner) if tag in PRIVATE_TAGS}
    if place.keys() & {2, 4}:
        private.add(Private.PLACE)
    if _IPTC in tags or _IRB in tags:
        private.add(Private.TEXTS)
    xmp = tags.get(_XMP, b"")
    private |= private_in_xmp(xmp) if isinstance(xmp, bytes) else frozenset()
    return Exif(orientation, copyright, artist, frozenset(private))


def has_further_page(image: ImageFile.ImageFile) -> bool:
    """Whether there is a second page that is no smaller copy; the image is at it after this."""
    image.seek(1)
    tags = image.tag_v2 if isinstance(image, TiffImageFile) else {}
    return not int(tags.get(_SUBFILE_TYPE, 0)) & _REDUCED
