"""A text broken into lines as a designer would."""

from __future__ import annotations

from epubforge.fonts.house import display_face
from epubforge.fonts.line import LineStyle, line_width
from epubforge.images.covers.design import listed, upper
from epubforge.images.covers.fitting import Block, fitted, stacked

STYLE = LineStyle((display_face(),), 1.0)


def lines(text: str, measure: float = 1000, height: float = 900, largest: float = 200) -> Block:
    return fitted(text, STYLE, measure, height, largest, 1.1)


def test_a_short_word_stays_with_what_follows() -> None:
    """`of` neither ends a line nor stands alone."""
    assert lines("Heroes of Labour", 1300, 900, 260).lines == ("Heroes", "of Labour")


def test_lines_are_even() -> None:
    """No word is left over at the end."""
    block = lines("The history of the decline and fall of the Roman Empire", 1000, 800, 120)
    widths = [line_width(line, block.style) for line in block.lines]
    assert len(widths) > 2
    assert min(widths) > 0.55 * max(widths)


def test_all_words_stand_in_the_measure() -> None:
    """Each line fits, nothing is lost, and the block is no higher than allowed."""
    text = "A very long title that goes on and on until it has to be set small " * 4
    block = lines(text.strip(), 900, 700)
    assert " ".join(block.lines) == text.strip()
    assert all(line_width(line, block.style) <= 900 for line in block.lines)
    assert block.height <= 700


def test_a_word_too_long_is_broken_evenly() -> None:
    """With a hyphen, into parts that are about equal."""
    block = lines("Donaudampfschifffahrtselektrizitätenhauptbetriebswerk", 900)
    assert len(block.lines) == 3
    assert [line[-1] for line in block.lines[:2]] == ["-", "-"]
    widths = [line_width(line, block.style) for line in block.lines]
    assert min(widths) > 0.75 * max(widths)


def test_a_word_with_hyphens_breaks_there() -> None:
    """Without a second hyphen, and with no space where it is not broken."""
    assert lines("Jean-Jacques", 420, 900, 160).lines == ("Jean-", "Jacques")
    assert lines("Jean-Jacques", 1400, 900, 160).lines == ("Jean-Jacques",)


def test_an_endless_text_ends_in_an_ellipsis() -> None:
    """What stands in the place is shown."""
    block = lines("word " * 300, 900, 500)
    assert block.lines[-1].endswith("…")
    assert block.height <= 500


def test_names_have_one_size() -> None:
    """The longest decides, and each begins a line."""
    names = ("Ada", "Wolfgang Amadeus Mozart the Elder")
    block = stacked(names, STYLE, 1200, 400, 100, 1.3)
    assert block.lines == names
    assert block.style.size < 100
    wrapped = stacked(names, STYLE, 700, 400, 100, 1.3)
    assert wrapped.lines[0] == "Ada"
    assert len(wrapped.lines) > 2


def test_many_names_are_shortened() -> None:
    """Four are shown, the last with a sign for the others."""
    assert listed(("A", "B", "C", "D")) == ("A", "B", "C", "D")
    assert listed(("A", "B", "C", "D", "E")) == ("A", "B", "C", "D, …")


def test_capitals_by_language() -> None:
    """Turkish keeps its two i, Greek drops its accents, German makes two letters of ß."""
    assert upper("izmir ışık", "tr") == "İZMİR IŞIK"
    assert upper("Γιώργος Σεφέρης", "el") == "ΓΙΩΡΓΟΣ ΣΕΦΕΡΗΣ"
    assert upper("Groß", "de-CH") == "GROSS"
