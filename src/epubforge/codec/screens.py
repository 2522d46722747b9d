"""Pictures of screens: in the greys of e-ink, and many on one sheet."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

from PIL import Image

_STEP = 17
"""Between two of sixteen greys."""
_GAP = 12
_PAPER = (214, 211, 206)


def sixteen_greys(png: bytes) -> bytes:
    """A PNG in the sixteen greys that e-ink shows, each the nearest."""
    with Image.open(io.BytesIO(png)) as image:
        grey = image.convert("L").point([round(level / _STEP) * _STEP for level in range(256)])
    return _written(grey)


def write_contact_sheet(pngs: Iterable[bytes], file: Path, columns: int = 6) -> int:
    """All pictures small, row by row, as one PNG; how many there are. Raises OSError.

    There is at least one, and all are PNG.
    """
    small = [_small(png) for png in pngs]
    width = max(each.width for each in small)
    height = max(each.height for each in small)
    columns = min(columns, len(small))
    rows = -(-len(small) // columns)
    size = (columns * (width + _GAP) + _GAP, rows * (height + _GAP) + _GAP)
    sheet = Image.new("RGB", size, _PAPER)
    for number, each in enumerate(small):
        left = _GAP + number % columns * (width + _GAP) + (width - each.width) // 2
        top = _GAP + number // columns * (height + _GAP) + (height - each.height) // 2
        sheet.paste(each, (left, top))
    file.write_bytes(_written(sheet))
    return len(small)


def _small(png: bytes) -> Image.Image:
    with Image.open(io.BytesIO(png)) as image:
        copy = image.convert("RGB")
    copy.thumbnail((320, 427), Image.Resampling.LANCZOS)
    return copy


def _written(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
