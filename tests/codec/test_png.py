"""PNG files as chunks."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from epubforge.codec.flaws import PictureError
from epubforge.codec.png import cleaned, take_apart


def png(mode: str = "RGB", **options: object) -> bytes:
    stream = io.BytesIO()
    Image.linear_gradient("L").resize((40, 30)).convert("RGB").convert(mode).save(
        stream, "PNG", **options
    )
    return stream.getvalue()


def with_chunk(data: bytes, name: bytes, body: bytes) -> bytes:
    """The file with a chunk directly after its header."""
    checksum = struct.pack(">I", zlib.crc32(name + body))
    return data[:33] + struct.pack(">I", len(body)) + name + body + checksum + data[33:]


def clean(data: bytes, *keywords: str) -> bytes:
    return cleaned(data, take_apart(data), keywords=frozenset(keywords), keep_profile=False)


@pytest.mark.parametrize(("mode", "depth"), [("1", 1), ("L", 8), ("RGBA", 8), ("I;16", 16)])
def test_the_header_is_read(mode: str, depth: int) -> None:
    """Size and depth; 16 bit are not for every reader."""
    image = Image.new(mode, (40, 30))
    stream = io.BytesIO()
    image.save(stream, "PNG")
    layout = take_apart(stream.getvalue())
    assert (layout.width, layout.height, layout.depth) == (40, 30, depth)
    assert layout.is_plain is (depth <= 8)


@pytest.mark.parametrize("name", [b"tEXt", b"eXIf", b"tIME", b"prVt", b"iCCP", b"caBX"])
def test_private_chunks_go(name: bytes) -> None:
    """The rest stays byte for byte."""
    data = png()
    assert clean(with_chunk(data, name, b"Comment\0of mine")) == data


@pytest.mark.parametrize("name", [b"gAMA", b"sRGB", b"pHYs"])
def test_what_the_picture_looks_like_by_stays(name: bytes) -> None:
    """Chunks that say what the numbers mean are part of the picture."""
    body = {b"gAMA": struct.pack(">I", 45455), b"sRGB": b"\0"}.get(name, bytes(9))
    data = with_chunk(png(), name, body)
    assert clean(data) == data


def test_texts_that_may_stay_do() -> None:
    """By their keyword."""
    data = with_chunk(png(), b"tEXt", b"Copyright\0me")
    assert clean(data, "Copyright") == data
    assert clean(data) == png()


def test_an_odd_gamma_is_not_plain() -> None:
    """Unless a better chunk says what the numbers mean."""
    linear = with_chunk(png(), b"gAMA", struct.pack(">I", 100_000))
    assert take_apart(linear).gamma == 100_000
    assert take_apart(with_chunk(linear, b"sRGB", b"\0")).gamma is None


def test_bytes_after_the_end_go() -> None:
    """They belong to nobody."""
    assert clean(png() + b"trailing") == png()


def test_a_small_file_with_a_huge_profile_stays_small() -> None:
    """A profile is unpacked up to a limit."""
    bomb = b"name\0\0" + zlib.compress(bytes(50_000_000))
    layout = take_apart(with_chunk(png(), b"iCCP", bomb))
    assert layout.icc is not None
    assert len(layout.icc) <= 4_000_000


@given(st.data())
def test_any_damage_is_a_flaw_or_none(data: st.DataObject) -> None:
    """However a file is changed, it is taken apart or it has a flaw."""
    original = bytearray(png())
    at = data.draw(st.integers(8, len(original) - 1))
    original[at] ^= data.draw(st.integers(1, 255))
    cut = data.draw(st.integers(8, len(original)))
    try:
        take_apart(bytes(original[:cut]))
    except PictureError:
        return
    # Only the signs of chunks that do not count may change without a word.
    assert cut == len(original)
