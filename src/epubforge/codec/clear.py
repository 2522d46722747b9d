"""Whether anything shows through a picture: the answer lies in its pixels."""

from __future__ import annotations

import io

from PIL import Image

from epubforge.codec.flaws import PictureError
from epubforge.codec.guard import reading

_MOST_PIXELS = 12_000_000
"""What is decoded to answer, three times the largest picture that shops take."""


def is_clear_anywhere(content: bytes) -> bool:
    """Whether a picture has a pixel that is transparent; true where it cannot be told."""
    try:
        with reading(), Image.open(io.BytesIO(content)) as image:
            if image.width * image.height > _MOST_PIXELS:
                return True
            seen = image if image.mode in {"RGBA", "LA"} else image.convert("RGBA")
            lowest, _ = seen.getchannel("A").getextrema()
    except PictureError:
        return True
    return not isinstance(lowest, int | float) or lowest < 255
