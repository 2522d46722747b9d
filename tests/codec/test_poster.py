"""Ink and bars on a sheet."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from epubforge.codec.poster import write_sheet
from epubforge.codec.sheet import Bar, Ink


def drawn(file: Path, *marks: Ink | Bar) -> Image.Image:
    """The marks on a white sheet of 20 × 10, as PNG so that pixels can be told."""
    write_sheet((20, 10), (255, 255, 255), marks, file, "PNG")
    with Image.open(file) as image:
        return image.convert("RGB")


def test_a_bar_ends_where_it_says(tmp_path: Path) -> None:
    """Right and bottom lie outside of it; the thinnest has one pixel."""
    image = drawn(tmp_path / "a.png", Bar(2, 3, 5, 3.2, (255, 0, 0)))
    red = [(x, y) for y in range(10) for x in range(20) if image.getpixel((x, y)) == (255, 0, 0)]
    assert red == [(2, 3), (3, 3), (4, 3)]


def test_ink_mixes_with_what_lies_below(tmp_path: Path) -> None:
    """Half a pixel of black ink on white is grey; later marks lie over earlier ones."""
    ink = Ink(1, 1, 3, 1, bytes((0, 128, 255)))
    image = drawn(tmp_path / "a.png", ink)
    assert [image.getpixel((x, 1)) for x in (1, 2, 3)] == [
        (255, 255, 255), (127, 127, 127), (0, 0, 0),
    ]  # fmt: skip
    covered = drawn(tmp_path / "b.png", ink, Bar(0, 0, 20, 10, (0, 0, 255)))
    assert covered.getpixel((3, 1)) == (0, 0, 255)


def test_ink_over_the_edge_is_cut_off(tmp_path: Path) -> None:
    """A large letter may run over the sheet on every side."""
    image = drawn(tmp_path / "a.png", Ink(-5, -5, 100, 100, bytes([255]) * 10_000))
    assert image.getcolors() == [(200, (0, 0, 0))]


def test_jpeg_without_being_asked(tmp_path: Path) -> None:
    """A cover in the book is a JPEG."""
    write_sheet((20, 10), (10, 20, 30), (), tmp_path / "a.jpg")
    assert (tmp_path / "a.jpg").read_bytes()[:3] == b"\xff\xd8\xff"
