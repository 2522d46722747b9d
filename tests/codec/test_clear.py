"""Whether a picture is transparent anywhere."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from epubforge.codec.clear import is_clear_anywhere


def png(image: Image.Image, **said: object) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG", **said)
    return out.getvalue()


def spotted(mode: str, alpha: int) -> Image.Image:
    """Opaque but for one pixel."""
    image = Image.new(mode, (9, 9), (0, 255) if mode == "LA" else (0, 0, 0, 255))
    image.putpixel((4, 4), (0, alpha) if mode == "LA" else (0, 0, 0, alpha))
    return image


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
@pytest.mark.parametrize(("alpha", "expected"), [(254, True), (0, True), (255, False)])
def test_one_pixel_tells(mode: str, alpha: int, expected: bool) -> None:
    """A single pixel that lets a little through is enough; an alpha channel by itself is not."""
    assert is_clear_anywhere(png(spotted(mode, alpha))) is expected


def test_a_palette_with_a_clear_colour() -> None:
    """It counts where the colour is used."""
    image = Image.new("P", (9, 9), 1)
    image.putpalette([0, 0, 0, 255, 255, 255])
    assert not is_clear_anywhere(png(image, transparency=0))
    assert is_clear_anywhere(png(image, transparency=1))


def test_what_cannot_be_read_is_taken_for_the_worse() -> None:
    """So is what is too large to be looked at."""
    assert is_clear_anywhere(b"\x89PNG\r\n\x1a\n")
    assert is_clear_anywhere(png(spotted("RGBA", 255))[:-30])
    assert is_clear_anywhere(png(Image.new("LA", (4000, 3001), (0, 255))))
