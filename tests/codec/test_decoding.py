"""Sizes that fit, and how much decoding costs."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from epubforge.codec.decoding import decode, decoded_bytes, fitting
from epubforge.codec.original import open_original

SIDES = st.integers(1, 100_000)


@given(SIDES, SIDES, st.integers(1, 10_000_000))
def test_a_fitting_size_fits(width: int, height: int, most: int) -> None:
    """Never more pixels than allowed, never none, never larger than it was."""
    new_width, new_height = fitting(width, height, most)
    assert 1 <= new_width <= width
    assert 1 <= new_height <= height
    assert new_width * new_height <= most


@pytest.mark.parametrize(
    ("size", "most", "expected"),
    [
        ((4000, 6000), 3_840_000, (1600, 2400)),
        ((6000, 4000), 3_840_000, (2400, 1600)),
        ((1470, 2040), 3_800_000, (1470, 2040)),
        ((10, 100_000), 1_000_000_000, (6, 65_000)),
    ],
)
def test_sizes_that_are_known(size: tuple[int, int], most: int, expected: tuple[int, int]) -> None:
    """As a person would reckon them; JPEG's own limit counts too."""
    assert fitting(*size, most) == expected


def test_a_large_jpeg_is_decoded_small(tmp_path: Path) -> None:
    """The decoder halves by itself as often as leaves a good part to the filter."""
    file = tmp_path / "a.jpg"
    Image.new("RGB", (2000, 1000), (1, 2, 3)).save(file)
    original = open_original(file)
    assert decoded_bytes(original, 2_000_000) == 8_000_000 + len(original.data)
    assert decoded_bytes(original, 2_000_000 // 6) == 2_000_000 + len(original.data)
    assert decoded_bytes(original, 2_000_000 // 100) == 125_000 + len(original.data)
    assert decode(original, 2_000_000 // 100).image.size == (200, 100)
