"""A cover of words alone."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from epubforge.codec.sheet import Ink
from epubforge.images.cover import PALETTES, CoverOrder, typographic_cover, voices_for
from epubforge.images.covers import DESIGNS
from epubforge.images.covers.design import Press, Words
from epubforge.model.picture import Picture
from epubforge.project.tables import COVER_DESIGN
from epubforge.source import SourceFile

PLACE = SourceFile("book.toml", "[book]").span()
NAMES = ("Ada Lovelace", "Gleb Kosorukov", "Mary Somerville", "Augustus De Morgan")
LONG = (
    "The Strange Case of the Long and Winding Title that Nobody Could Ever Remember, Being an"
    " Account of Several Journeys through the Interior of a Continent, with Remarks on its People"
)
TITLES = (
    "I", "Emma", "Heroes of Labour", "Hélène – Ångström’s Čeština", LONG, "word " * 200, "x" * 900,
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "Герои труда", "Ἡ Ὀδύσσεια", "Truyện Kiều", "– – –", "1984", "A/B-C–D—E",
)  # fmt: skip


def cover(workshop: Path, words: Words, design: str | None = None) -> Picture:
    """The cover, made; nothing may be found."""
    made = typographic_cover(CoverOrder(words, design), workshop, PLACE)
    assert made.found == ()
    assert made.value is not None
    return made.value


def pixels(picture: Picture) -> Image.Image:
    assert isinstance(picture.content, Path)
    with Image.open(picture.content) as image:
        return image.convert("RGB")


def lines_of(words: Words, design: str) -> list[Ink]:
    """The ink of each line of text, without that of patterns and large letters behind it."""
    palette = PALETTES[0]
    marks = DESIGNS[design](Press(words, palette, voices_for(words), 1.0))
    shown = {palette.ink, palette.accent, palette.paper}
    return [mark for mark in marks if isinstance(mark, Ink) and mark.colour in shown]


@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize("title", TITLES)
def test_every_line_has_its_place(title: str, design: str) -> None:
    """Whatever the words, no line comes near the edge, and none lies over another."""
    words = Words(title, "A subtitle of some words", NAMES, "Series of Books 3", "A House & Sons")
    lines = lines_of(words, design)
    assert len(lines) >= 7
    for line in lines:
        assert line.left >= 80
        assert line.top >= 80
        assert line.left + line.width <= 1520
        assert line.top + line.height <= 2480
    for one, two in combinations(lines, 2):
        assert _shared(one, two) < 0.35 * min(one.height, two.height)


def _shared(one: Ink, two: Ink) -> int:
    """How many rows two lines have in common, where they stand above each other."""
    if one.left + one.width <= two.left or two.left + two.width <= one.left:
        return 0
    return min(one.top + one.height, two.top + two.height) - max(one.top, two.top)


def test_short_titles_are_large(tmp_path: Path) -> None:
    """One word of four letters is wider than a third of the cover."""
    for design in ("axis", "field", "initial", "bands"):
        with_word = pixels(cover(tmp_path, Words("Emma"), design))
        without = pixels(cover(tmp_path, Words("E"), design))
        box = ImageChops.difference(with_word, without).convert("L").point(_strong).getbbox()
        assert box is not None
        assert box[2] - box[0] > 1600 / 4, design


def _strong(value: float) -> int:
    return 255 if value > 40 else 0


@pytest.mark.parametrize(
    ("title", "name", "letters"),
    [
        ("漢字の本", "Gleb", "漢 字 の 本"),
        ("Heroes", "山田", "山 田"),
        ("Emma 🙂", "X", "🙂"),
    ],
)
def test_no_cover_where_letters_are_missing(
    tmp_path: Path, title: str, name: str, letters: str
) -> None:
    """Boxes instead of letters are worse than no cover; the letters are named."""
    made = typographic_cover(CoverOrder(Words(title, names=(name,))), tmp_path, PLACE)
    assert made.value is None
    assert [(each.rule.code, each.message) for each in made.found] == [
        ("I070", f"no cover is drawn: the fonts lack {letters}")
    ]


def test_no_cover_without_a_title(tmp_path: Path) -> None:
    """There would be nothing on it."""
    made = typographic_cover(CoverOrder(Words("  ")), tmp_path, PLACE)
    assert made.value is None
    assert made.found[0].message == "no cover is drawn: there is no title"


def test_a_subtitle_without_letters_is_left_out(tmp_path: Path) -> None:
    """The title counts; what is left out is told."""
    made = typographic_cover(
        CoverOrder(Words("Heroes", "漢字", ("Gleb",), "叢書", "Steidl")), tmp_path, PLACE
    )
    assert made.value == cover(tmp_path, Words("Heroes", "", ("Gleb",), "", "Steidl"))
    assert [each.rule.code for each in made.found] == ["I071", "I071"]
    assert "“漢字”" in made.found[0].message


@pytest.mark.parametrize(("title", "language"), [("גיבורי העבודה", "he"), ("أبطال العمل", "ar")])
def test_lines_from_right_to_left_begin_at_the_right(
    tmp_path: Path, title: str, language: str
) -> None:
    """The title's ink reaches the right margin, and not the left one."""
    words = Words(title, language=language, is_rtl=True)
    image = pixels(cover(tmp_path, words, "bands")).crop((0, 900, 1600, 1500)).convert("L")
    paper = image.getpixel((5, 5))
    assert isinstance(paper, int)
    box = image.point([255 if abs(v - paper) > 60 else 0 for v in range(256)]).getbbox()
    assert box is not None
    assert 1400 < box[2] <= 1480
    assert box[0] > 170


def test_equal_words_give_equal_bytes(tmp_path: Path) -> None:
    """A cover is made of its words alone; its design is chosen by the title, always the same."""
    words = Words("Heroes of Labour", "Portraits", ("Gleb Kosorukov",))
    one, two = cover(tmp_path / "one", words), cover(tmp_path / "two", words)
    assert one.digest == two.digest
    assert one.digest in {cover(tmp_path, words, design).digest for design in DESIGNS}
    assert len({cover(tmp_path, words, design).digest for design in DESIGNS}) == len(DESIGNS)


def test_titles_choose_different_designs(tmp_path: Path) -> None:
    """The books of a shelf do not all look alike."""
    titles = ("Emma", "Persuasion", "Ulysses", "Middlemarch", "Nana", "Hunger", "Walden", "Dune")
    chosen = set()
    for title in titles:
        made = cover(tmp_path, Words(title)).digest
        chosen |= {name for name in DESIGNS if cover(tmp_path, Words(title), name).digest == made}
    assert len(chosen) >= 3


def test_a_cover_within_a_number_of_pixels(tmp_path: Path) -> None:
    """Inside the book it keeps the profile's limit, and its shape."""
    order = CoverOrder(Words("Emma"), "axis", 3_800_000)
    made = typographic_cover(order, tmp_path, PLACE).value
    assert made is not None
    assert 3_790_000 < made.width * made.height <= 3_800_000
    assert made.height / made.width == pytest.approx(1.6, abs=0.002)


def test_the_settings_know_each_design() -> None:
    """`[theme] cover` takes the names of the designs, and no others."""
    assert COVER_DESIGN.kind.schema() == {"enum": list(DESIGNS)}
