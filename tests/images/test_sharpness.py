"""Scaled pictures are as sharp as the best filter makes them: SSIM against float Lanczos."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from epubforge.images.prepare import prepare
from epubforge.model.picture import Picture, PicturePolicy, PictureSource
from images.measures import Values

Put = Callable[[str, bytes], PictureSource]
Encode = Callable[..., bytes]
WINDOW = 8


def photograph() -> Image.Image:
    """Edges, fine grain and smooth slopes, as a photograph has them: 1500 × 1000."""
    chance = np.random.default_rng(7)
    y, x = np.mgrid[0:1000, 0:1500]
    picture = 110 + 60 * np.sin(x / 97) * np.cos(y / 61) + 30 * np.sign(np.sin(x / 13 + y / 29))
    picture = picture + chance.normal(0, 9, picture.shape)
    channels = [picture, picture * 0.8 + 20, 255 - picture * 0.7]
    return Image.fromarray(np.clip(np.stack(channels, -1), 0, 255).astype(np.uint8))


def luminance(image: Image.Image) -> Values:
    levels: Values = np.asarray(image.convert("RGB"), np.float64) @ np.array([0.299, 0.587, 0.114])
    return levels


def lanczos(image: Image.Image, size: tuple[int, int]) -> Values:
    """Each channel scaled in floating point."""
    bands = [band.convert("F").resize(size, Image.Resampling.LANCZOS) for band in image.split()]
    return np.stack([np.asarray(band, np.float64) for band in bands], -1)


def ssim(one: Values, other: Values) -> float:
    """The mean structural similarity in windows of 8 × 8: Wang et al., 2004."""

    def means(values: Values) -> Values:
        sums = np.pad(values, ((1, 0), (1, 0))).cumsum(0).cumsum(1)
        total = (sums[WINDOW:, WINDOW:] - sums[:-WINDOW, WINDOW:] - sums[WINDOW:, :-WINDOW]
                 + sums[:-WINDOW, :-WINDOW])  # fmt: skip
        average: Values = total / WINDOW**2
        return average

    a, b = means(one), means(other)
    spread_a, spread_b = means(one**2) - a**2, means(other**2) - b**2
    together = means(one * other) - a * b
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    similar = (2 * a * b + c1) * (2 * together + c2)
    return float(np.mean(similar / ((a**2 + b**2 + c1) * (spread_a + spread_b + c2))))


@pytest.mark.parametrize("most", [700_000, 300_000, 80_000, 20_000])
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_as_sharp_as_can_be(put: Put, encode: Encode, workshop: Path, kind: str, most: int) -> None:
    """At most .010 below float Lanczos with the same encoding, at every reduction."""
    options = {"quality": 95, "subsampling": 0} if kind == "JPEG" else {}
    data = encode(photograph(), kind, **options)
    prepared = prepare(put(f"a.{kind.lower()}", data), PicturePolicy(max_pixels=most), workshop)
    assert isinstance(prepared, Picture)
    assert isinstance(prepared.content, Path)
    decoded = Image.open(io.BytesIO(data))
    reference = lanczos(decoded, (prepared.width, prepared.height))
    best = Image.fromarray(np.clip(reference.round(), 0, 255).astype(np.uint8))
    encoded = Image.open(io.BytesIO(encode(best, "JPEG", quality=85, subsampling=2)))
    wanted = reference @ np.array([0.299, 0.587, 0.114])
    ceiling = ssim(luminance(encoded), wanted)
    with Image.open(prepared.content) as image:
        assert ssim(luminance(image), wanted) >= ceiling - 0.010
