"""Sizes of pictures from the first bytes of their files, held against what was drawn."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from epubforge.codec.measure import ENOUGH, Measured, measure

KINDS = [
    ("JPEG", "L", {}, "grey"),
    ("JPEG", "RGB", {"progressive": True}, "colour"),
    ("JPEG", "CMYK", {}, "inks"),
    ("JPEG", "RGB", {"icc_profile": b"p" * 2_000}, "colour"),
    ("PNG", "RGB", {}, "colour"),
    ("PNG", "RGBA", {}, "colour"),
    ("PNG", "LA", {}, "grey"),
    ("PNG", "P", {}, "palette"),
    ("GIF", "P", {}, "palette"),
    ("WEBP", "RGB", {"lossless": True}, "colour"),
    ("WEBP", "RGB", {"quality": 50}, "colour"),
    ("WEBP", "RGBA", {"quality": 50, "exif": b"Exif\0\0"}, "colour"),
]


def drawn(kind: str, mode: str, settings: dict[str, object]) -> bytes:
    """The beginning of a picture of 311 by 97 pixels."""
    out = io.BytesIO()
    Image.new(mode, (311, 97)).save(out, kind, **settings)
    return out.getvalue()[:ENOUGH]


@pytest.mark.parametrize(("kind", "mode", "settings", "colour"), KINDS)
def test_size_and_colours(kind: str, mode: str, settings: dict[str, object], colour: str) -> None:
    """Width, height and sort of colours as they were drawn, with every way of coding them."""
    name = "WebP" if kind == "WEBP" else kind
    assert measure(drawn(kind, mode, settings)) == Measured(name, 311, 97, colour)


@pytest.mark.parametrize(("kind", "mode", "settings", "colour"), KINDS)
def test_cut_short(kind: str, mode: str, settings: dict[str, object], colour: str) -> None:
    """Of a file that breaks off anywhere the kind is told, or nothing; never an exception."""
    whole = drawn(kind, mode, settings)
    for length in range(min(len(whole), 700)):
        found = measure(whole[:length])
        assert found is None or found.format == ("WebP" if kind == "WEBP" else kind)


@settings(deadline=None)
@given(st.sampled_from([b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"RIFF1234WEBP"]),
       st.binary(max_size=200))  # fmt: skip
def test_any_bytes(beginning: bytes, rest: bytes) -> None:
    """Whatever follows after a beginning is measured, or is not."""
    assert measure(beginning + rest) is not None
    measure(rest)
