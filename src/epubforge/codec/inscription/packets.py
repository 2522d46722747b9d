"""A picture file turned into the blocks of metadata that it carries, still unread."""

from __future__ import annotations

import mmap
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from epubforge.codec.flaws import Flaw, PictureError
from epubforge.codec.inscription.tiff_tags import Tag


@dataclass(frozen=True, slots=True)
class Packets:
    """The blocks of metadata of one picture; empty where there is none of that kind."""

    exif: Mapping[int, Tag] = field(default_factory=dict)
    """The tags of EXIF that are texts for people."""
    iim: bytes = b""
    """IPTC-IIM datasets."""
    digest: bytes = b""
    """MD5 of the IIM when XMP was written last: Photoshop's resource 1061."""
    xmp: bytes = b""
    extended: bytes = b""
    """What had no room in a JPEG's first XMP packet."""
    texts: tuple[tuple[str, str], ...] = ()
    """Keyword and text of a PNG."""


def packets_of(location: Path) -> Packets:
    """The metadata blocks of a JPEG, PNG, TIFF, WebP, AVIF or HEIC; of other kinds, none.

    Raises PictureError where the file cannot be opened at all.
    """
    try:
        # Opening a pipe would wait for ever.
        if not stat.S_ISREG(location.stat().st_mode):
            raise PictureError(Flaw.UNREADABLE, "is not a regular file", "put a file there")
        with location.open("rb") as file:
            if not file.read(1):
                return Packets()
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as view:
                return _sorted_out(view)
    except OSError as error:
        reason = f"cannot be read: {error.strerror or error}"
        raise PictureError(Flaw.UNREADABLE, reason, "see to it that it can be opened") from error


def _sorted_out(view: mmap.mmap) -> Packets:
    """Each kind's reader is imported only where a file of it is met."""
    head = view[:16]
    if head.startswith(b"\xff\xd8\xff"):
        from epubforge.codec.inscription.in_jpeg import jpeg_packets

        return jpeg_packets(view)
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        from epubforge.codec.inscription.in_png import png_packets

        return png_packets(view)
    if head.startswith((b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")):
        from epubforge.codec.inscription.in_tiff import tiff_packets

        return tiff_packets(view)
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        from epubforge.codec.inscription.in_webp import webp_packets

        return webp_packets(view)
    if head[4:8] == b"ftyp":
        from epubforge.codec.inscription.in_heif import heif_packets

        return heif_packets(view)
    return Packets()
