"""Ink and bars put on a sheet of plain colour, and written as JPEG or PNG."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from PIL import Image, ImageDraw

from epubforge.codec.sheet import Bar, Colour, Ink

_QUALITY = 88


def write_sheet(
    size: tuple[int, int],
    paper: Colour,
    marks: Sequence[Ink | Bar],
    file: Path,
    kind: Literal["JPEG", "PNG"] = "JPEG",
) -> None:
    """Put marks on a sheet, each over those before it, and write it."""
    image = Image.new("RGB", size, paper)
    draw = ImageDraw.Draw(image)
    for mark in marks:
        match mark:
            case Bar():
                _fill(draw, mark)
            case Ink():
                mask = Image.frombytes("L", (mark.width, mark.height), mark.rows)
                image.paste(mark.colour, (mark.left, mark.top), mask)
    if kind == "PNG":
        image.save(file, "PNG", optimize=True)
    else:
        image.save(file, "JPEG", quality=_QUALITY, subsampling=0, optimize=True)


def _fill(draw: ImageDraw.ImageDraw, bar: Bar) -> None:
    """At least one pixel, however thin."""
    left, top = round(bar.left), round(bar.top)
    right, bottom = max(round(bar.right), left + 1), max(round(bar.bottom), top + 1)
    draw.rectangle((left, top, right - 1, bottom - 1), fill=bar.colour)
