"""A JPEG handed to its decoder so that we see whether it stopped where the data end.

Pillow passes over libjpeg's warnings: a picture whose compressed data went out of step decodes
without a word. What shows is where the decoder stops: too early, and it never asks for the last
bytes; too late, and it fills up with mid-grey, the picture of no data at all.
"""

from __future__ import annotations

import io

from PIL import Image

from epubforge.codec.jpeg import JpegLayout

_TAIL = 16
"""More than a decoder reads ahead (8 bytes), less than a picture's last blocks need."""
_MID_GREY = 128
_PADDING = b"\x6d\xb6\xdb" * 400


class WatchedStream(io.BytesIO):
    """A file whose last bytes come in a read of their own, and which knows whether it came."""

    def __init__(self, data: bytes, layout: JpegLayout) -> None:
        super().__init__(data)
        self._last = max(layout.last_scan, layout.end - 2 - _TAIL)
        self.reached_end = False

    def read(self, size: int | None = -1, /) -> bytes:
        """As many bytes as asked for, but never across the border before the last ones."""
        position = self.tell()
        if position >= self._last:
            self.reached_end = True
            return super().read(size)
        room = self._last - position
        return super().read(room if size is None or size < 0 else min(size, room))


def padded(data: bytes, layout: JpegLayout) -> bytes:
    """The same file with more compressed data before its end mark than any picture needs."""
    return data[: layout.end - 2] + _PADDING + data[layout.end - 2 : layout.end]


def ends_in_mid_grey(image: Image.Image) -> bool:
    """Whether the last pixel is what a decoder writes where no data are left."""
    pixel = image.getpixel((image.width - 1, image.height - 1))
    levels = pixel if isinstance(pixel, tuple) else (pixel,)
    return all(level is not None and abs(level - _MID_GREY) <= 1 for level in levels)
