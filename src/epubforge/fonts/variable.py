"""HarfBuzz's view of a font: opened, and a variable one turned into a static one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import uharfbuzz

from epubforge.fonts.error import FontError

_DAMAGED = "take it again from where it came from"


def opened(data: bytes) -> uharfbuzz.Face:
    """The font as HarfBuzz sees it. Raises FontError where it can find no letter in it."""
    face = uharfbuzz.Face(data)
    if not face.glyph_count or not face.upem or not face.unicodes:
        raise FontError("is damaged: no letter in it can be read", _DAMAGED)
    return face


def instance(data: bytes, axes: Mapping[str, float]) -> bytes:
    """A variable font pinned to these values, and to its default on every other axis.

    Raises FontError where it cannot be done.
    """
    face = opened(data)
    wanted = uharfbuzz.SubsetInput()
    wanted.keep_everything()
    wanted.pin_all_axes_to_default(face)
    for axis in face.axis_infos:
        if axis.tag in axes:
            value = min(max(axes[axis.tag], axis.min_value), axis.max_value)
            wanted.pin_axis_location(face, axis.tag, value)
    wanted.flags |= (
        uharfbuzz.SubsetFlags.NO_HINTING
        | uharfbuzz.SubsetFlags.DOWNGRADE_CFF2
        | uharfbuzz.SubsetFlags.SET_OVERLAPS_FLAG
    )
    return cut(face, wanted)


def without(data: bytes, features: Sequence[str]) -> bytes:
    """The font without these OpenType features: neither `calt` nor `liga` makes one sign of two."""
    face = opened(data)
    wanted = uharfbuzz.SubsetInput()
    wanted.keep_everything()
    for feature in features:
        wanted.layout_feature_tag_set.discard(_tag(feature))
    return cut(face, wanted)


def _tag(name: str) -> int:
    return int.from_bytes(name.encode("ascii"), "big")


def cut(face: uharfbuzz.Face, wanted: uharfbuzz.SubsetInput) -> bytes:
    """What HarfBuzz leaves of a font. Raises FontError where it can leave nothing."""
    try:
        made = wanted.subset(face)
    except (uharfbuzz.HarfBuzzError, RuntimeError, MemoryError) as error:
        raise FontError("is damaged: it cannot be cut to the letters needed", _DAMAGED) from error
    return bytes(made.blob.data)
