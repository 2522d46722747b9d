"""Text measured as a browser sets it."""

from __future__ import annotations

from pathlib import Path

import pytest

from epubforge.fonts.face import Face
from epubforge.fonts.house import code_face, fallback_faces, text_face
from epubforge.fonts.ruler import Ruler
from epubforge.fonts.subset import subset
from fonts.chromium import widths

LINES = (
    "The office of Mr. AVATAR Tolkien — fifty affluent waffles, Yes",
    "“Why?” he asked; To. Ta, We, Vo, Ye, LT, P.A., W. A. V. Today.",
    "Die Äpfel fielen weit vom Stamm, über Straße, Fluß und Flügel.",
    "Герои труда: портреты шахтёров Донбасса, снятые в 2012 году ру",
    "Ό,τι δεν είναι γνωστό, το μαθαίνει κανείς σιγά-σιγά, με κόπο ά",
    "Tôi muốn đọc những cuốn sách đẹp về người thợ mỏ ở Đônbát xưa.",
    "1234567890 + 42 % of 1/2 — § 7 (a) [b] {c} <d> @ & * # ^ _ ~ |",
)


@pytest.mark.parametrize(
    ("face", "size", "spacing"),
    [
        (text_face(), 18.0, 0.0),
        (text_face(italic=True), 31.5, 0.0),
        (text_face(bold=True), 13.0, 0.0),
        (text_face(), 20.0, 1.5),
        (code_face(), 16.0, 0.0),
    ],
    ids=["regular", "italic", "bold", "spaced", "code"],
)
def test_lines_are_as_wide_as_in_chromium(
    tmp_path: Path, face: Face, size: float, spacing: float
) -> None:
    """Within half a pixel for a line of sixty letters, in the very font that is embedded."""
    font = subset(face, LINES)
    style = f"font-size: {size}px; letter-spacing: {spacing}px"
    ruler = Ruler(face)
    measured = [ruler.width(line, size, spacing) for line in LINES]
    assert measured == pytest.approx(widths(tmp_path, font, LINES, style), abs=0.5)


def test_small_capitals_and_old_figures(tmp_path: Path) -> None:
    """What a style asks for by name is in the font that is embedded, and measured."""
    face = text_face()
    style = "font-size: 20px; font-variant: small-caps oldstyle-nums"
    measured = [Ruler(face).width(line, 20, features=("smcp", "onum")) for line in LINES]
    shown = widths(tmp_path, subset(face, LINES), LINES, style)
    assert measured == pytest.approx(shown, abs=0.5)
    assert measured != [Ruler(face).width(line, 20) for line in LINES]


@pytest.mark.parametrize(
    ("family", "line"),
    [
        ("Amiri", "الكتاب الجميل عن عمال المناجم في دونباس والحياة"),
        ("Frank Ruhl Libre", "גיבורי העבודה: דיוקנאות של כורי הפחם בדונבאס"),
    ],
)
def test_joined_and_right_to_left_letters(tmp_path: Path, family: str, line: str) -> None:
    """Arabic is measured joined, Hebrew as it stands."""
    (face,) = (face for face in fallback_faces() if face.family == family)
    shown = widths(tmp_path, subset(face, line), [line], "font-size: 24px")
    assert [Ruler(face).width(line, 24)] == pytest.approx(shown, abs=0.5)


def test_kerning_ligatures_and_features_count() -> None:
    """A pair that leans together is narrower than its letters; features can be turned off."""
    ruler = Ruler(text_face())
    assert ruler.width("AV", 100) < ruler.width("A", 100) + ruler.width("V", 100)
    assert ruler.width("AV", 100, features=("kern=0",)) == pytest.approx(
        ruler.width("A", 100) + ruler.width("V", 100)
    )


def test_spacing_follows_each_letter() -> None:
    """As in browsers, the last letter's space counts too."""
    ruler = Ruler(text_face())
    assert ruler.width("noon", 10, 2.0) == pytest.approx(ruler.width("noon", 10) + 8.0)
    assert ruler.width("", 10, 2.0) == 0.0


def test_measures_of_a_face() -> None:
    """Literata states its heights: hhea 1177 and 308, x 507, H 700 of 1000."""
    ruler = Ruler(text_face())
    assert (ruler.ascent, ruler.descent, ruler.line_gap) == (1.177, 0.308, 0.0)
    assert (ruler.x_height, ruler.cap_height) == (0.507, 0.7)


def test_letters_that_are_not_there_are_named() -> None:
    """Each once, in the order of the text; spaces and joiners are never missed."""
    ruler = Ruler(text_face())
    assert ruler.missing("Tee 茶 \u200d 茶道") == ("茶", "道")
    assert ruler.has("é")
    assert not ruler.has("茶")
