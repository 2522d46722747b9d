"""Words drawn in Pillow's own typeface."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from epubforge.codec.lettering import can_write, width_of, write_sheet
from epubforge.codec.sheet import Bar, Line


@pytest.mark.parametrize("text", ["", "Emma", "Été – “Ångström” — Čeština …", "Jiří"])
def test_most_of_latin_can_be_written(text: str) -> None:
    """Accents are set from signs, dashes are drawn."""
    assert can_write(text)


@pytest.mark.parametrize("text", ["Герои", "漢字", "Ελλάς", "Straße", "🙂"])
def test_what_has_no_letters_cannot(text: str) -> None:
    """One missing letter is enough."""
    assert not can_write(text)


def test_accents_take_no_room() -> None:
    """A word is as wide as its letters."""
    assert width_of("Hélène", 100) == width_of("Helene", 100)
    assert width_of("Emma", 200) == pytest.approx(2 * width_of("Emma", 100), rel=0.02)


def test_an_accent_stands_above_its_letter(tmp_path: Path) -> None:
    """There is ink above an e only where it has an accent."""
    tops = []
    for text in ("e", "é"):
        line = Line(text, 50, 200, 120, (0, 0, 0), (255, 255, 255))
        write_sheet((200, 250), (255, 255, 255), [line], tmp_path / "a.jpg")
        with Image.open(tmp_path / "a.jpg") as image:
            box = image.convert("L").point([255] * 128 + [0] * 128).getbbox()
        assert box is not None
        tops.append(box[1])
    assert tops[1] < tops[0] - 12


def test_a_dotted_letter_loses_its_dot_on_any_ground(tmp_path: Path) -> None:
    """The dot is covered with the colour below it, not with the paper's."""
    red = (200, 0, 0)
    marks: list[Line | Bar] = [
        Bar(0, 0, 200, 250, red),
        Line("í", 50, 200, 120, (255, 255, 255), red),
    ]
    write_sheet((200, 250), (0, 0, 0), marks, tmp_path / "a.jpg")
    with Image.open(tmp_path / "a.jpg") as image:
        darkest = min(image.getchannel("R").tobytes())
    assert darkest > 150
