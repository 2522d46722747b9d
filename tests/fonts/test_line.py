"""A line of large text: its order, its width, its ink."""

from __future__ import annotations

import pytest

from epubforge.fonts.bidi import is_rtl, visual_runs
from epubforge.fonts.house import display_face, fallback_faces
from epubforge.fonts.line import LineStyle, ink_extents, lacking, line_ink, line_width
from epubforge.fonts.ruler import Ruler

FACES = (display_face(), *fallback_faces())


def style(size: float = 100, spacing: float = 0.0, is_rtl: bool = False) -> LineStyle:
    return LineStyle(FACES, size, spacing, "und", is_rtl)


@pytest.mark.parametrize(
    ("text", "rtl", "runs"),
    [
        ("abc", False, ["abc"]),
        ("abc אבג def", False, ["abc ", "אבג", " def"]),
        ("אבג abc דהו", True, [" דהו", "abc", "אבג "]),
        ("אבג 12.5 דהו!", True, [" דהו!", "12.5", "אבג "]),
        ("abc (אבג) def", False, ["abc (", "אבג", ") def"]),
        ("אבג abc def דהו", True, [" דהו", "abc def", "אבג "]),
        ("אבג 1984 – 1990", True, ["1990", " – ", "1984", "אבג "]),
        ("1984 – 1990", False, ["1984 – 1990"]),
        ("abc אבג 12", False, ["abc ", "12", "אבג "]),
        ("שלום, abc!", True, ["!", "abc", "שלום, "]),
        ("", False, []),
    ],
)
def test_runs_are_in_the_order_in_which_they_are_seen(
    text: str, rtl: bool, runs: list[str]
) -> None:
    """From left to right; numbers keep their order within right-to-left text."""
    assert [run for run, _ in visual_runs(text, rtl)] == runs


def test_the_first_letter_says_the_direction() -> None:
    """Digits and signs say nothing."""
    assert is_rtl("«1984» שלום")
    assert not is_rtl("1984 – a שלום")


def test_a_line_is_as_wide_as_the_ruler_says() -> None:
    """Kerning and ligatures included; the space after the last letter does not count."""
    text = "AVATAR office"
    assert line_width(text, style()) == pytest.approx(Ruler(FACES[0]).width(text, 100))
    spaced = Ruler(FACES[0]).width(text, 100, 10) - 10
    assert line_width(text, style(spacing=0.1)) == pytest.approx(spaced)


def test_letters_come_from_the_face_that_has_them() -> None:
    """Hebrew, Arabic and phonetics are no boxes; what is in no face is named."""
    assert lacking("Emma שלום سلام ʃ 漢🙂\u200d 漢", FACES) == ("漢", "🙂")


def test_arabic_is_never_spaced() -> None:
    """Its letters hang together."""
    assert line_width("سلام", style(spacing=0.3)) == line_width("سلام", style())


def test_ink_lies_where_the_baseline_is() -> None:
    """An H stands on it, as high as its extents say; what it encloses is not inked."""
    ink = line_ink("H", style(200), 50, 300)
    assert ink is not None
    assert ink.top + ink.height == pytest.approx(300, abs=1)
    assert ink.height == pytest.approx(ink_extents("H", style(200))[0], abs=1.5)
    assert ink.left >= 50
    assert len(ink.rows) == ink.width * ink.height
    round_letter = line_ink("O", style(200), 0, 200)
    assert round_letter is not None
    middle = round_letter.rows[round_letter.width * (round_letter.height // 2) :][
        : round_letter.width
    ]
    assert max(middle) == 255
    assert middle[round_letter.width // 2] == 0


def test_a_space_has_no_ink() -> None:
    """And raises nothing."""
    assert line_ink(" ", style(), 0, 100) is None
    assert line_ink("", style(), 0, 100) is None
