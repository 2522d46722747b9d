"""Pictures of pixels inside a drawing (`data:` references), without what they tell beside it."""

from __future__ import annotations

import base64
import binascii

from epubforge.codec import gif, jpeg, png, webp
from epubforge.codec.flaws import PictureError
from epubforge.codec.kinds import Kind, kind_of
from epubforge.codec.original import MOST_PIXELS

_TYPES = {
    Kind.JPEG: "image/jpeg", Kind.PNG: "image/png", Kind.GIF: "image/gif", Kind.WEBP: "image/webp",
}  # fmt: skip


def cleaned_reference(target: str) -> str | None:
    """The same picture without private metadata; None where it holds none that can be used."""
    try:
        data = base64.b64decode("".join(target.partition(",")[2].split()), validate=True)
        kind = kind_of(data[:4096], "")
        clean = _cleaned(data, kind)
    except (PictureError, binascii.Error, ValueError):
        return None
    if clean == data:
        return target
    return f"data:{_TYPES[kind]};base64,{base64.b64encode(clean).decode('ascii')}"


def _cleaned(data: bytes, kind: Kind) -> bytes:
    match kind:
        case Kind.JPEG:
            layout = jpeg.take_apart(data)
            _refuse_giants(layout.frame.width, layout.frame.height)
            return jpeg.cleaned(data, layout, exif=b"", keep_profile=True)
        case Kind.PNG:
            chunks = png.take_apart(data)
            _refuse_giants(chunks.width, chunks.height)
            return png.cleaned(data, chunks, keywords=frozenset(), keep_profile=True)
        case Kind.GIF:
            size = int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little")
            _refuse_giants(*size)
            return gif.cleaned(data)
        case Kind.WEBP:
            return webp.cleaned(data)
        case _:
            raise ValueError("no picture that a book may hold")


def _refuse_giants(width: int, height: int) -> None:
    if width * height > MOST_PIXELS:
        raise ValueError("it claims too many pixels")
