"""A cover of words alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from epubforge.images.cover import HEIGHT, WIDTH, typographic_cover
from epubforge.model.picture import Picture


def cover(workshop: Path, title: str, subtitle: str | None = None, *names: str) -> Picture:
    made = typographic_cover(title, subtitle, names, workshop)
    assert made is not None
    return made


def ink_box(picture: Picture) -> tuple[int, int, int, int]:
    """Where on the paper, above the field of colour, there is ink."""
    assert isinstance(picture.content, Path)
    with Image.open(picture.content) as image:
        paper = image.getpixel((5, 5))
        above = image.crop((0, 300, WIDTH, 2000)).convert("RGB")
    assert isinstance(paper, tuple)
    light = above.convert("L")
    level = Image.new("RGB", (1, 1), (paper[0], paper[1], paper[2])).convert("L").getpixel((0, 0))
    assert isinstance(level, int)
    box = light.point([255 if abs(value - level) > 40 else 0 for value in range(256)]).getbbox()
    assert box is not None
    return box


@pytest.mark.parametrize(
    "title",
    ["I", "Emma", "Heroes of Labour", "Hélène – Ångström’s Čeština", "word " * 60, "x" * 900,
     "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"],
)  # fmt: skip
def test_every_title_stands_inside_the_margins(tmp_path: Path, title: str) -> None:
    """Whatever its length, a title is set within the measure, above the field of colour."""
    picture = cover(tmp_path, title, "A subtitle of some words", "Ada Lovelace", "Gleb Kosorukov")
    assert (picture.width, picture.height, picture.media_type) == (WIDTH, HEIGHT, "image/jpeg")
    left, _, right, bottom = ink_box(picture)
    assert left >= 150
    assert right <= WIDTH - 100
    assert bottom < 1690


def test_short_titles_are_large(tmp_path: Path) -> None:
    """One word of four letters is wider than a third of the cover."""
    left, _, right, _ = ink_box(cover(tmp_path, "Emma"))
    assert right - left > WIDTH / 3


@pytest.mark.parametrize(
    ("title", "name"), [("Герои труда", "Gleb"), ("Heroes", "Глеб"), ("漢字", "X"), ("  ", "X")]
)
def test_no_cover_where_letters_are_missing(tmp_path: Path, title: str, name: str) -> None:
    """Boxes instead of letters are worse than no cover."""
    assert typographic_cover(title, None, [name], tmp_path) is None


def test_a_subtitle_without_letters_is_left_out(tmp_path: Path) -> None:
    """The title counts."""
    assert cover(tmp_path, "Heroes", "герои", "Gleb") == cover(tmp_path, "Heroes", None, "Gleb")


def test_equal_words_give_equal_bytes(tmp_path: Path) -> None:
    """A cover is made of its words alone."""
    one = cover(tmp_path / "one", "Heroes of Labour", "Portraits", "Gleb Kosorukov")
    two = cover(tmp_path / "two", "Heroes of Labour", "Portraits", "Gleb Kosorukov")
    assert one.digest == two.digest
    assert cover(tmp_path, "Heroes").digest != one.digest
