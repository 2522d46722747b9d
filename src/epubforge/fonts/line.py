"""A line of large text: shaped in as many faces as it needs, measured, and turned into ink."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

import uharfbuzz

from epubforge.fonts.bidi import visual_runs
from epubforge.fonts.face import Face, characters
from epubforge.fonts.variable import opened

_JOINED = ("ARABIC", "SYRIAC")


@dataclass(frozen=True, slots=True)
class LineStyle:
    """How a line is set."""

    faces: tuple[Face, ...]
    """The first one that has a letter sets it."""
    size: float
    spacing: float = 0.0
    """Between letters, in em."""
    language: str = "und"
    is_rtl: bool = False
    features: tuple[str, ...] = ()
    """OpenType features that are switched on."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of each pixel of a rectangle is inked, row by row from the top, 0 to 255."""

    left: int
    top: int
    width: int
    height: int
    rows: bytes


@dataclass(frozen=True, slots=True)
class _Placed:
    """A glyph and where it stands in em, from the line's left end."""

    face: Face
    glyph: int
    x: float
    y: float


def lacking(text: str, faces: tuple[Face, ...]) -> tuple[str, ...]:
    """The characters that none of the faces has, each once; what nobody sees is never missed."""
    return tuple(
        sign
        for sign in dict.fromkeys(text)
        if not (sign.isspace() or _invisible(sign) or _face_of(sign, faces))
    )


def line_width(text: str, style: LineStyle) -> float:
    """How wide a line is, without the space after its last letter."""
    return _shaped(text, _at_one(style))[1] * style.size


def line_ink(text: str, style: LineStyle, left: float, baseline: float) -> Coverage | None:
    """The line's ink on a sheet whose origin is at the left top; None where there is none."""
    placed, _ = _shaped(text, _at_one(style))
    raster = uharfbuzz.RasterDraw()
    size = style.size
    for each in placed:
        font = _font(each.face)
        scale = size / font.face.upem
        x, y = left + each.x * size, -baseline + each.y * size
        raster.transform = (scale, 0.0, 0.0, scale, x, y)
        raster.draw_glyph(font, each.glyph)
    image = raster.render()
    if image is None or not image.extents.width or not image.extents.height:
        return None
    return _coverage(image)


def _coverage(image: uharfbuzz.RasterImage) -> Coverage:
    """HarfBuzz counts rows from the bottom."""
    extents = image.extents
    data = bytes(image.buffer)
    width, height, stride = extents.width, extents.height, extents.stride
    rows = b"".join(data[row * stride : row * stride + width] for row in reversed(range(height)))
    return Coverage(extents.x_origin, -(extents.y_origin + height), width, height, rows)


def ink_extents(text: str, style: LineStyle) -> tuple[float, float]:
    """How far the line's ink reaches above the baseline and below it, both positive mostly."""
    top, bottom = -math.inf, math.inf
    for each in _shaped(text, _at_one(style))[0]:
        font = _font(each.face)
        extents = font.get_glyph_extents(each.glyph)
        if extents is None or not extents.height:
            continue
        em = font.face.upem
        top = max(top, each.y + extents.y_bearing / em)
        bottom = min(bottom, each.y + (extents.y_bearing + extents.height) / em)
    return (0.0, 0.0) if top < bottom else (top * style.size, -bottom * style.size)


def _at_one(style: LineStyle) -> LineStyle:
    return LineStyle(style.faces, 1.0, style.spacing, style.language, style.is_rtl, style.features)


@lru_cache(maxsize=8192)
def _shaped(text: str, style: LineStyle) -> tuple[tuple[_Placed, ...], float]:
    placed: list[_Placed] = []
    x = 0.0
    for run, is_rtl in visual_runs(text, style.is_rtl):
        pieces = list(_by_face(run, style.faces))
        for face, piece in reversed(pieces) if is_rtl else pieces:
            x = _set(face, piece, is_rtl, style, placed, x)
    spacing = 0.0 if not placed or _is_joined(text) else style.spacing
    return tuple(placed), max(0.0, x - spacing)


def _set(
    face: Face, text: str, is_rtl: bool, style: LineStyle, placed: list[_Placed], x: float
) -> float:
    font = _font(face)
    em = font.face.upem
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if is_rtl else "ltr"
    buffer.language = style.language
    spacing = 0.0 if _is_joined(text) else style.spacing
    features = dict.fromkeys(style.features, True)
    uharfbuzz.shape(font, buffer, features | ({"liga": False} if spacing else {}))
    infos = buffer.glyph_infos
    for at, (info, place) in enumerate(zip(infos, buffer.glyph_positions, strict=True)):
        placed.append(_Placed(face, info.codepoint, x + place.x_offset / em, place.y_offset / em))
        x += place.x_advance / em
        if at + 1 == len(infos) or infos[at + 1].cluster != info.cluster:
            x += spacing
    return x


def _by_face(text: str, faces: tuple[Face, ...]) -> Iterator[tuple[Face, str]]:
    """Stretches that one face sets; spaces and marks stay with the letter before them."""
    chosen: list[Face] = []
    for sign in text:
        face = _face_of(sign, faces)
        stays = sign.isspace() or _invisible(sign) or unicodedata.combining(sign)
        if chosen and (face is None or stays):
            face = chosen[-1]
        chosen.append(face or faces[0])
    pairs = zip(text, chosen, strict=True)
    for _, run in groupby(pairs, key=lambda pair: id(pair[1])):
        stretch = list(run)
        yield stretch[0][1], "".join(sign for sign, _ in stretch)


def _face_of(sign: str, faces: tuple[Face, ...]) -> Face | None:
    return next((face for face in faces if ord(sign) in characters(face)), None)


def _invisible(sign: str) -> bool:
    return unicodedata.category(sign) in {"Cf", "Cc"}


def _is_joined(text: str) -> bool:
    """Whether its letters hang together, so that none may be spaced."""
    return any(unicodedata.name(sign, "").startswith(_JOINED) for sign in text)


@lru_cache(maxsize=32)
def _font(face: Face) -> uharfbuzz.Font:
    return uharfbuzz.Font(opened(face.data))
