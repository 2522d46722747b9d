"""Limits of a picture besides its pixels: the page that shows it, and its bytes."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from epubforge.images.halve import halve_all
from epubforge.images.prepare import prepare
from epubforge.model.picture import Picture, PicturePolicy, PictureSettings, PictureSource
from images.conftest import Encode, Put


def noise(width: int, height: int) -> Image.Image:
    """Nothing compresses it: a JPEG of it is as heavy as one can be."""
    return Image.frombytes("RGB", (width, height), os.urandom(3 * width * height))


def ready(source: PictureSource, policy: PicturePolicy, workshop: Path) -> Picture:
    prepared = prepare(source, policy, workshop)
    assert isinstance(prepared, Picture), prepared
    return prepared


def weight(picture: Picture) -> int:
    assert isinstance(picture.content, Path)
    return picture.content.stat().st_size


@pytest.mark.parametrize(
    ("size", "expected"),
    [((1500, 900), (1000, 600)), ((900, 1700), (847, 1600)), ((800, 600), (800, 600))],
)
def test_no_picture_is_larger_than_the_page(
    put: Put, encode: Encode, workshop: Path, size: tuple[int, int], expected: tuple[int, int]
) -> None:
    """Neither wider nor higher, and in its own shape; what is smaller stays as it is."""
    source = put("a.jpg", encode(Image.new("RGB", size, (90, 30, 20)), "JPEG"))
    made = ready(source, PicturePolicy(page=(1000, 1600)), workshop)
    assert (made.width, made.height) == expected


def test_a_turned_picture_is_measured_upright(put: Put, encode: Encode, workshop: Path) -> None:
    """A camera's turn changes the sides before the page is asked."""
    turned = Image.Exif()
    turned[0x0112] = 6
    source = put("a.jpg", encode(Image.new("RGB", (1500, 900)), "JPEG", exif=turned))
    made = ready(source, PicturePolicy(page=(1000, 1600)), workshop)
    assert (made.width, made.height) == (900, 1500)


def test_halves_are_within_their_pages(put: Put, encode: Encode, workshop: Path) -> None:
    """A picture across two pages may be twice as wide as one."""
    source = put("a.jpg", encode(Image.new("RGB", (3000, 1500)), "JPEG"))
    (halves,) = halve_all([source], PicturePolicy(page=(1000, 1600)), workshop, 1)
    assert halves is not None
    assert [(half.width, half.height) for half in halves] == [(1000, 1000), (1000, 1000)]


def test_a_heavy_picture_is_drawn_with_a_lower_quality(
    put: Put, encode: Encode, workshop: Path
) -> None:
    """One that would stay as it is too; its pixels stay as many."""
    source = put("a.jpg", encode(noise(400, 300), "JPEG", quality=100))
    free = ready(source, PicturePolicy(), workshop)
    held = ready(source, PicturePolicy(max_bytes=weight(free) // 2), workshop)
    assert weight(held) <= weight(free) // 2
    assert (held.width, held.height) == (400, 300)


def test_a_quality_that_is_asked_for_stays(put: Put, encode: Encode, workshop: Path) -> None:
    """What the author says of one picture comes before the shop's limit; a check tells of it."""
    source = put("a.jpg", encode(noise(400, 300), "JPEG", quality=100))
    limit = PicturePolicy(max_bytes=10_000)
    for settings in (PictureSettings(95), PictureSettings(keep=True)):
        asked = ready(replace(source, settings=settings), limit, workshop)
        assert weight(asked) > 10_000
