"""The settings of one picture: its own quality, and its pixels kept as they are."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from epubforge.images.prepare import prepare
from epubforge.model.picture import (
    EXTENSIONS,
    Picture,
    PicturePolicy,
    PictureSettings,
    PictureSource,
)

Put = Callable[[str, bytes], PictureSource]
Encode = Callable[..., bytes]
SMALL = PicturePolicy(max_pixels=2000)


def ready(source: PictureSource, settings: PictureSettings, workshop: Path) -> Picture:
    prepared = prepare(replace(source, settings=settings), SMALL, workshop)
    assert isinstance(prepared, Picture), prepared
    return prepared


def content(picture: Picture) -> bytes:
    assert isinstance(picture.content, Path)
    assert picture.content.suffix == EXTENSIONS[picture.media_type]
    return picture.content.read_bytes()


def messages(picture: Picture) -> list[str]:
    return [f"{remark.rule.code} {remark.message}" for remark in picture.remarks]


def test_a_picture_has_its_own_quality(
    scene: Image.Image, put: Put, encode: Encode, workshop: Path
) -> None:
    """Finer is larger; two settings of one file are two keys."""
    source = put("ada.jpg", encode(scene, "JPEG", quality=95))
    sizes = [
        len(content(ready(source, PictureSettings(quality), workshop))) for quality in (30, 60, 95)
    ]
    assert sizes == sorted(set(sizes))
    keys = {replace(source, settings=PictureSettings(quality)).key for quality in (None, 30, 60)}
    assert len(keys) == 3


def test_it_counts_though_the_tables_of_the_original_would_do(
    scene: Image.Image, put: Put, encode: Encode, workshop: Path
) -> None:
    """A progressive JPEG is drawn with its own tables, unless its quality is said."""
    small = scene.resize((40, 30))
    source = put("ada.jpg", encode(small, "JPEG", quality=95, progressive=True))
    coarse = content(ready(source, PictureSettings(20), workshop))
    assert len(coarse) < 0.7 * len(content(ready(source, PictureSettings(), workshop)))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP"])
def test_kept_pixels_are_the_files_own(
    scene: Image.Image, put: Put, encode: Encode, workshop: Path, kind: str
) -> None:
    """However many they are; what is private goes all the same."""
    exif = Image.Exif()
    exif[0x013B] = "SOMEBODY"
    options: dict[str, object] = {"exif": exif} if kind != "GIF" else {}
    if kind in {"GIF", "JPEG"}:
        options["comment"] = b"A SECRET"
    data = encode(scene, kind, **options)
    assert b"SOMEBODY" in data or b"A SECRET" in data
    picture = ready(put(f"ada.{kind.lower()}", data), PictureSettings(keep=True), workshop)
    assert (picture.width, picture.height) == scene.size
    kept = content(picture)
    assert b"SOMEBODY" not in kept
    assert b"SECRET" not in kept
    before, after = (Image.open(io.BytesIO(each)).convert("RGB") for each in (data, kept))
    assert before.tobytes() == after.tobytes()


def test_a_kept_profile_stays_with_its_pixels(
    scene: Image.Image, put: Put, encode: Encode, workshop: Path
) -> None:
    """Without it they would be other colours."""
    from codec.test_colour import ADOBE, matrix_profile

    profile = matrix_profile(ADOBE, 2.2)
    source = put("ada.jpg", encode(scene, "JPEG", icc_profile=profile))
    kept = content(ready(source, PictureSettings(keep=True), workshop))
    assert Image.open(io.BytesIO(kept)).info["icc_profile"] == profile


@pytest.mark.parametrize("kind", ["GIF", "WEBP"])
def test_a_kept_motion_moves_and_is_told(
    scene: Image.Image, put: Put, encode: Encode, workshop: Path, kind: str
) -> None:
    """All frames with their times are there, and the warning says so."""
    turned = [scene.rotate(90), scene.rotate(180)]
    data = encode(scene, kind, save_all=True, append_images=turned, duration=[100, 200, 300])
    picture = ready(put("waltz.gif", data), PictureSettings(keep=True), workshop)
    with Image.open(io.BytesIO(content(picture))) as image:
        assert getattr(image, "n_frames", 1) == 3
    told = "I012 images/waltz.gif moves, and does so in the book, as it was kept"
    assert told in messages(picture)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("plan.tif", "no book may hold TIFF"),
        ("plan.bmp", "no book may hold BMP"),
        ("ink.jpg", "it is of four inks, which many readers cannot show"),
        ("side.jpg", "it does not stand upright"),
    ],
)
def test_what_no_book_can_hold_is_drawn_and_told(
    scene: Image.Image, put: Put, encode: Encode, workshop: Path, name: str, reason: str
) -> None:
    """It is made as all others are."""
    exif = Image.Exif()
    exif[0x0112] = 6
    data = {
        "plan.tif": lambda: encode(scene, "TIFF"),
        "plan.bmp": lambda: encode(scene, "BMP"),
        "ink.jpg": lambda: encode(scene.convert("CMYK"), "JPEG"),
        "side.jpg": lambda: encode(scene, "JPEG", exif=exif),
    }[name]()
    picture = ready(put(name, data), PictureSettings(keep=True), workshop)
    assert f"I021 images/{name} could not be kept as it is: {reason}" in messages(picture)
    assert picture.width * picture.height <= SMALL.max_pixels
