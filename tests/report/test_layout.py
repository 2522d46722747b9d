"""A page on any screen: nothing steers it, nothing is wider than it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from epubforge.report.layout import Column, Layout, Said
from epubforge.report.report import Screen

EVIL = "\x1b[31mred\x07 \u202egnp.exe ::error::x [bold]b[/] :smile:"


def laid_out(screen: Screen, words: str) -> str:
    """A page with these words in every kind of place."""
    page = Layout(screen)
    page.line(words)
    page.heading(words)
    page.pairs([(words, words), ("", [Said(words, "dim"), words])])
    page.table((Column(words, right=True), Column(shrinks=True)), [("1", words), (words, "2")])
    page.points([words])
    page.numbered("7", words, 4)
    return page.text


def test_everything_in_its_place() -> None:
    """Labels and columns stand under each other; no line ends in blanks."""
    page = Layout(Screen(width=40))
    page.line("A title")
    page.heading("Facts")
    page.pairs([("one", "a sentence that is longer than the rest of the line"), ("two", "b")])
    page.table((Column("name"), Column("size", right=True)), [("x", "1 B"), ("yyyy", "100 kB")])
    page.points(["first", "second"])
    page.numbered("3", "third", 2)
    assert page.text.splitlines() == [
        "A title",
        "",
        "Facts",
        "  one          a sentence that is longer",
        "               than the rest of the line",
        "  two          b",
        "  name    size",
        "  x        1 B",
        "  yyyy  100 kB",
        "  • first",
        "  • second",
        "     3  third",
    ]


def test_long_labels_and_changes() -> None:
    """A long label has a line of its own; what is folded of a change stands under its words."""
    page = Layout(Screen(width=40))
    pairs = [("title", "+ One of the longest titles of all"), ("", "- Two")]
    page.pairs([*pairs, ("calibre:user_metadata:#genre:label", "+ x"), ("date", "- 2026")])
    page.line("- gone from a place that is far too long to be on one line", 2)
    assert page.text.splitlines() == [
        "  title        + One of the longest",
        "                 titles of all",
        "               - Two",
        "  calibre:user_metadata:#genre:label",
        "               + x",
        "  date         - 2026",
        "  - gone from a place that is far too",
        "    long to be on one line",
    ]


@pytest.mark.parametrize("color", [False, True])
def test_strangers_words_steer_nothing(color: bool) -> None:
    """Controls and overrides are shown as escapes, and no markup of the layout's is obeyed."""
    text = laid_out(Screen(color, "utf-8", 200), EVIL)
    own = {"\x1b[1m", "\x1b[2m", "\x1b[0m"} if color else set()
    for sequence in own:
        text = text.replace(sequence, "")
    assert "\x1b" not in text
    assert "\x07" not in text
    assert "\u202e" not in text
    assert "\\x1b[31mred\\x07 \\u202egnp.exe" in text
    assert "[bold]b[/] :smile:" in text


@pytest.mark.parametrize("encoding", ["ascii", "cp437", "latin-1", "nonsense"])
def test_an_encoding_that_lacks_signs(encoding: str) -> None:
    """Our own signs have spare ones, strangers' letters are escaped: all can be written."""
    text = laid_out(Screen(False, encoding, 100), "Ада → 1 × 2 · …")
    text.encode(encoding if encoding != "nonsense" else "ascii")
    assert "\\u0410" in text
    assert "-> 1 " in text


def test_folding_makes_no_command() -> None:
    """What only comes to begin a line because the one before is full is not obeyed either."""
    text = laid_out(Screen(width=40), "some thirty letters, some more ::error::x y")
    assert not [line for line in text.splitlines() if line.lstrip().startswith("::")]
    assert "\\x3a:error" in text


@settings(deadline=None)
@given(st.text(max_size=120), st.integers(40, 120))
def test_any_text_at_any_width(words: str, width: int) -> None:
    """No line is wider than the screen, as terminals count cells."""
    from rich.cells import cell_len

    lines = laid_out(Screen(width=width), words).splitlines()
    assert max(map(cell_len, lines), default=0) <= width
