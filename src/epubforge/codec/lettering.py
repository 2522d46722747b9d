"""Words drawn in Pillow's own typeface, measured and set on a sheet of plain colour.

The typeface has the letters of English only; marks above and below are set from its signs, so
that most of Latin can be written.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from epubforge.codec.sheet import Bar, Colour, Line

_MISSING = "\uffff"
_ABOVE = {
    "\u0301": ("´", 1.0), "\u0300": ("`", 1.0), "\u0308": ("..", 1.0), "\u0307": (".", 1.0),
    "\u0304": ("-", 0.9), "\u0302": ("^", 0.55), "\u0303": ("~", 0.55), "\u030a": ("°", 0.6),
    "\u030c": ("v", 0.42), "\u030b": ("´´", 0.9),
}  # fmt: skip
"""Marks, the sign that is drawn for each, and its part of the size."""
_BELOW = {"\u0327": (",", 1.0), "\u0328": (",", 1.0)}
_DASHES = {"–": 0.5, "—": 0.86}
"""Their length, as a part of the size."""
_GAP = 0.06
_QUALITY = 92


def can_write(text: str) -> bool:
    """Whether each letter of a text can be drawn."""
    return _typeface(40) is not None and all(
        _has(base) and marks <= (_ABOVE.keys() | _BELOW.keys()) for base, marks in _letters(text)
    )


def width_of(text: str, size: int) -> float:
    """How wide a line is, in pixels. Only for what can be written."""
    return sum(_advance(base, size) for base, _ in _letters(text))


def write_sheet(
    size: tuple[int, int], paper: Colour, marks: Sequence[Line | Bar], file: Path
) -> None:
    """Draw lines and bars on a sheet, and write it as JPEG."""
    image = Image.new("RGB", size, paper)
    draw = ImageDraw.Draw(image)
    for mark in marks:
        match mark:
            case Bar():
                draw.rectangle((mark.left, mark.top, mark.right, mark.bottom), fill=mark.colour)
            case Line():
                _write(draw, mark)
    image.save(file, "JPEG", quality=_QUALITY, subsampling=0, optimize=True)


def _write(draw: ImageDraw.ImageDraw, line: Line) -> None:
    left = line.left
    for base, marks in _letters(line.text):
        advance = _advance(base, line.size)
        if base in _DASHES:
            height, thick = line.baseline - 0.27 * line.size, 0.075 * line.size
            box = (
                left + 0.04 * line.size,
                height - thick,
                left + advance - 0.04 * line.size,
                height,
            )
            draw.rectangle(box, fill=line.colour)
        else:
            _letter(draw, (left, line.baseline), _drawn(base), marks, line)
        left += advance


def _letter(
    draw: ImageDraw.ImageDraw,
    at: tuple[float, float],
    base: str,
    marks: frozenset[str],
    line: Line,
) -> None:
    font, weight = _face(line.size), line.weight
    draw.text(at, base, font=font, fill=line.colour, anchor="ls", stroke_width=weight)
    if not marks:
        return
    left, top, right, _ = _ink(base, line.size)
    if base in "ij" and marks & _ABOVE.keys():
        dot, top = top, _ink("x", line.size)[1]
        box = (at[0] + left - weight, at[1] + dot - weight, at[0] + right + weight)
        draw.rectangle((*box, at[1] + top - 0.04 * line.size), fill=line.ground)
    for mark in sorted(marks):
        sign, part = _ABOVE.get(mark) or _BELOW[mark]
        size = round(line.size * part)
        ink = _ink(sign, size)
        x = at[0] + (left + right) / 2 - (ink[0] + ink[2]) / 2
        y = at[1] + (top - _GAP * line.size - ink[3] if mark in _ABOVE else 0.12 * line.size)
        draw.text(
            (x, y), sign, font=_face(size), fill=line.colour, anchor="ls", stroke_width=weight
        )


@lru_cache(maxsize=512)
def _ink(sign: str, size: int) -> tuple[int, int, int, int]:
    """Where a sign's ink lies about the beginning of its baseline: left, top, right, bottom."""
    mask, (x, y) = _face(size).getmask2(sign, anchor="ls")
    left, top, right, bottom = mask.getbbox() or (0, 0, 0, 0)
    return left + x, top + y, right + x, bottom + y


def _letters(text: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Letters with the marks that stand on them."""
    base, marks = "", set[str]()
    for sign in unicodedata.normalize("NFD", text):
        if unicodedata.combining(sign) and base:
            marks.add(sign)
            continue
        if base:
            yield base, frozenset(marks)
        base, marks = sign, set()
    if base:
        yield base, frozenset(marks)


def _drawn(base: str) -> str:
    return " " if base.isspace() else base


@lru_cache(maxsize=512)
def _has(sign: str) -> bool:
    if sign in _DASHES or sign.isspace():
        return True
    face = _face(40)
    return bytes(face.getmask(sign)) != bytes(face.getmask(_MISSING))


@lru_cache(maxsize=4096)
def _advance(base: str, size: int) -> float:
    if base in _DASHES:
        return _DASHES[base] * size
    return _face(size).getlength(_drawn(base))


def _face(size: int) -> ImageFont.FreeTypeFont:
    face = _typeface(size)
    if face is None:
        raise ValueError("this Pillow has no typeface that can be scaled")
    return face


@lru_cache(maxsize=64)
def _typeface(size: int) -> ImageFont.FreeTypeFont | None:
    """The typeface in a size; None where Pillow was built without FreeType."""
    face = ImageFont.load_default(size)
    return face if isinstance(face, ImageFont.FreeTypeFont) else None
