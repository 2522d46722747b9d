"""Equal pixels in unequal files."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from epubforge.codec.same_pixels import same_pixels


def packed(image: Image.Image, kind: str = "PNG", **settings: object) -> bytes:
    """The picture as a file."""
    out = io.BytesIO()
    image.save(out, kind, **settings)
    return out.getvalue()


def picture(mode: str = "RGB", size: tuple[int, int] = (40, 30)) -> Image.Image:
    """A picture in which no two pixels of a row are alike."""
    return Image.linear_gradient("L").resize(size).rotate(90).resize(size).convert(mode)


def test_other_packing() -> None:
    """PNG packed harder, a lossless WebP, a palette where colours suffice, grey as colours."""
    plain = packed(picture())
    assert same_pixels(plain, packed(picture(), compress_level=0)) is True
    assert same_pixels(plain, packed(picture(), "WEBP", lossless=True)) is True
    assert same_pixels(plain, packed(picture("L"))) is True
    assert same_pixels(plain, packed(picture(), "JPEG", quality=30)) is False


def test_metadata_alone() -> None:
    """A JPEG with a comment shows the same."""
    plain = packed(picture(), "JPEG")
    assert same_pixels(plain, packed(picture(), "JPEG", comment=b"Ada")) is True


def test_one_pixel() -> None:
    """One that differs by one step, in a colour or in transparency, is enough."""
    other = picture("RGBA")
    other.putpixel((39, 29), (*other.getpixel((39, 29))[:3], 254))  # type: ignore[index]
    assert same_pixels(packed(picture("RGBA")), packed(other)) is False
    grey = picture()
    red, green, blue = grey.getpixel((0, 0))  # type: ignore[misc]
    grey.putpixel((0, 0), (red ^ 1, green, blue))
    assert same_pixels(packed(picture()), packed(grey)) is False


def test_size() -> None:
    """Another size is another picture."""
    assert same_pixels(packed(picture()), packed(picture(size=(40, 31)))) is False


@pytest.mark.parametrize(
    "other",
    [b"", b"no picture", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"\x89PNG\r\n\x1a\n\0\0",
     packed(picture())[:-40]],
)  # fmt: skip
def test_what_cannot_be_told(other: bytes) -> None:
    """Drawings, damaged pictures and what is none."""
    assert same_pixels(packed(picture()), other) is None


def test_motion() -> None:
    """A picture that moves is not compared."""
    frames = [Image.new("L", (9, 9), shade) for shade in (0, 99)]
    moving = packed(frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert same_pixels(moving, packed(frames[0], "GIF")) is None
