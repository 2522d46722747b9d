"""JPEG files as segments."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from epubforge.codec.flaws import PictureError
from epubforge.codec.jpeg import BASELINE, PROGRESSIVE, cleaned, take_apart


def jpeg(mode: str = "RGB", **options: object) -> bytes:
    stream = io.BytesIO()
    gradient = Image.linear_gradient("L").resize((40, 30)).convert("RGB").convert(mode)
    gradient.save(stream, "JPEG", **options)
    return stream.getvalue()


def with_segment(data: bytes, marker: int, body: bytes) -> bytes:
    head = bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2, "big") + body
    return data[:2] + head + data[2:]


@pytest.mark.parametrize(
    ("mode", "progressive", "marker", "components", "plain"),
    [
        ("RGB", False, BASELINE, 3, True),
        ("RGB", True, PROGRESSIVE, 3, True),
        ("L", False, BASELINE, 1, True),
        ("CMYK", False, BASELINE, 4, False),
    ],
)
def test_the_header_is_read(
    mode: str, progressive: bool, marker: int, components: int, plain: bool
) -> None:
    """Size, coding and number of colours, and whether every reader knows them."""
    layout = take_apart(jpeg(mode, progressive=progressive))
    assert (layout.frame.width, layout.frame.height) == (40, 30)
    assert (layout.frame.marker, len(layout.frame.components)) == (marker, components)
    assert layout.is_plain is plain


def test_scans_are_counted() -> None:
    """A baseline file has one, a progressive one several."""
    assert take_apart(jpeg()).scans == 1
    assert take_apart(jpeg(progressive=True)).scans > 3


def test_bytes_after_the_end_are_not_the_pictures() -> None:
    """Telephones append films and depth maps; they go."""
    data = jpeg()
    layout = take_apart(data + b"\xff\xd8 a film")
    assert layout.end == len(data)
    assert cleaned(data + b"\xff\xd8 a film", layout, exif=b"", keep_profile=False) == data


@pytest.mark.parametrize("marker", [0xE1, 0xE2, 0xED, 0xEF, 0xFE])
def test_metadata_segments_go(marker: int) -> None:
    """Whatever they are called, the rest stays byte for byte."""
    data = jpeg()
    full = with_segment(data, marker, b"something private")
    assert cleaned(full, take_apart(full), exif=b"", keep_profile=True) == data


def test_a_profile_in_pieces_is_put_together() -> None:
    """Long profiles come in numbered segments, in whatever order."""
    data = with_segment(jpeg(), 0xE2, b"ICC_PROFILE\0\1\2first ")
    data = with_segment(data, 0xE2, b"ICC_PROFILE\0\2\2second")
    assert take_apart(data).icc == b"first second"
    assert cleaned(data, take_apart(data), exif=b"", keep_profile=True) == data


def test_a_thumbnail_in_the_first_segment_goes() -> None:
    """It may show what was cut off the picture."""
    data = jpeg()
    full = data[:4] + b"\x00\x13" + data[6:18] + b"\1\1\7\7\7" + data[20:]
    assert cleaned(full, take_apart(full), exif=b"", keep_profile=False) == data


def test_restart_marks_are_part_of_the_data() -> None:
    """They stand inside the compressed data."""
    data = jpeg(restart_marker_rows=1)
    assert b"\xff\xd0" in data
    assert take_apart(data).end == len(data)


@given(st.data())
def test_any_damage_is_a_flaw_or_none(data: st.DataObject) -> None:
    """However a file is changed, it is taken apart or it has a flaw."""
    original = bytearray(jpeg())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(2, len(original) - 1))
        original[at] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(2, len(original)))
    try:
        layout = take_apart(bytes(original[:cut]))
    except PictureError:
        return
    assert layout.end <= cut
