"""A picture file, opened as far as is cheap: what it is, how large, and what it carries."""

from __future__ import annotations

import stat
from dataclasses import dataclass, field
from pathlib import Path

from epubforge.codec import jpeg, png
from epubforge.codec.exif import Exif
from epubforge.codec.flaws import Flaw, PictureError
from epubforge.codec.kinds import HEAD, Kind, kind_of
from epubforge.codec.private import Private
from epubforge.codec.wide import WideTiff

MOST_PIXELS = 150_000_000
"""A scan of a large plate at 600 dpi has 46 million."""
MOST_BYTES = 500_000_000


@dataclass(frozen=True, slots=True)
class Original:
    """A picture file before it is decoded."""

    location: Path
    kind: Kind
    width: int
    height: int
    data: bytes = field(default=b"", repr=False)
    """The whole file, for the kinds that are taken apart: JPEG, PNG, SVG."""
    layout: jpeg.JpegLayout | png.PngLayout | None = None
    exif: Exif = field(default_factory=Exif)
    icc: bytes | None = field(default=None, repr=False)
    private: frozenset[Private] = frozenset()
    animated: bool = False
    wide: WideTiff | None = field(default=None, repr=False)
    """A TIFF of 32 bits a channel, as it can be read."""
    pages: bool = False
    """Several pages, of which a book shows the first."""


def open_original(location: Path) -> Original:
    """What a picture file is, told without decoding it; an SVG is only read.

    Raises PictureError for whatever is no picture that can be used.
    """
    head = _read(location, HEAD)
    kind = kind_of(head, location.suffix)
    match kind:
        case Kind.JPEG:
            original = _jpeg(location)
        case Kind.PNG:
            original = _png(location)
        case Kind.SVG:
            return Original(location, kind, 0, 0, _read(location))
        case _:
            from epubforge.codec.readers import look_into

            original = look_into(location, kind)
    _refuse_too_many_pixels(original.width, original.height)
    return original


def _read(location: Path, most: int = MOST_BYTES) -> bytes:
    try:
        status = location.stat()
        if not stat.S_ISREG(status.st_mode):  # opening a pipe would wait for ever
            raise PictureError(Flaw.UNREADABLE, "is not a regular file", "put a file there")
        if status.st_size > MOST_BYTES:
            raise _too_many_bytes(status.st_size)
        with location.open("rb") as file:
            return file.read(most)
    except OSError as error:
        reason = f"cannot be read: {error.strerror or error}"
        raise PictureError(Flaw.UNREADABLE, reason, "see to it that it can be opened") from error


def _jpeg(location: Path) -> Original:
    data = _read(location)
    layout = jpeg.take_apart(data)
    frame = layout.frame
    return Original(
        location, Kind.JPEG, frame.width, frame.height, data, layout,
        exif=layout.exif, icc=layout.icc, private=layout.private,
    )  # fmt: skip


def _png(location: Path) -> Original:
    data = _read(location)
    layout = png.take_apart(data)
    return Original(
        location, Kind.PNG, layout.width, layout.height, data, layout,
        exif=layout.exif, icc=layout.icc, private=layout.private, animated=layout.frames > 1,
    )  # fmt: skip


def _refuse_too_many_pixels(width: int, height: int) -> None:
    if width * height > MOST_PIXELS:
        raise PictureError(
            Flaw.TOO_LARGE,
            f"says that it has {width} × {height} pixels; {MOST_PIXELS // 1_000_000} million"
            " are the most",
            "scale it down, or mend the file if it is smaller in truth",
        )


def _too_many_bytes(size: int) -> PictureError:
    return PictureError(
        Flaw.TOO_LARGE,
        f"has {size / 1_000_000:.0f} MB; {MOST_BYTES // 1_000_000} MB are the most",
        "save it as JPEG, or scale it down",
    )
