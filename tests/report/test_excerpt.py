"""The line of the manuscript and the mark below it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from epubforge.report.excerpt import Excerpt, excerpt
from epubforge.source import SourceFile


@pytest.mark.parametrize(
    ("content", "start", "end", "line", "mark"),
    [
        ("abc", 0, 3, "abc", "^^^"),
        ("abc\ndef\nghi", 5, 6, "def", " ^"),
        ("abc\ndef", 1, 6, "abc", " ^^"),
        ("abc\ndef", 3, 3, "abc", "   ^"),
        ("abc", 9, 12, "abc", "   ^"),
        ("\tx", 1, 2, "    x", "    ^"),
        ("a\tx", 1, 3, "a    x", " ^^^^^"),
        ("漢字x", 2, 3, "漢字x", "    ^"),
        ("漢字x", 0, 2, "漢字x", "^^^^"),
        ("e\u0301x", 2, 3, "e\u0301x", " ^"),
        ("a\x1bb", 2, 3, "a\\x1bb", "     ^"),
    ],
)
def test_mark_stands_below_its_place(
    content: str, start: int, end: int, line: str, mark: str
) -> None:
    """Tabs are four blanks, wide letters two cells, marks none, escapes as long as they look."""
    assert excerpt(SourceFile("a", content).span(start, end), 80, "utf-8") == Excerpt(line, mark)


def test_long_line_is_cut_around_the_place() -> None:
    """A third of the width stands before the place, and dots where the line goes on."""
    content = "a" * 1000 + "XY" + "b" * 1000
    assert excerpt(SourceFile("a", content).span(1000, 1002), 30, "utf-8") == Excerpt(
        "..." + "a" * 10 + "XY" + "b" * 15 + "...", " " * 13 + "^^"
    )


def test_long_line_with_its_place_at_the_beginning() -> None:
    """Nothing is cut before a place near the line's beginning."""
    content = "abXY" + "c" * 1000
    assert excerpt(SourceFile("a", content).span(2, 4), 20, "utf-8") == Excerpt(
        "abXY" + "c" * 16 + "...", "  ^^"
    )


def test_long_place() -> None:
    """Of a long place as much is marked as is shown."""
    assert excerpt(SourceFile("a", "x" * 1000).span(0, 1000), 10, "utf-8") == Excerpt(
        "x" * 10 + "...", "^" * 10
    )


@given(st.text(), st.integers(0, 60), st.integers(0, 60), st.integers(10, 120))
def test_any_text_is_one_harmless_line(content: str, start: int, length: int, width: int) -> None:
    """Whatever the text holds, the excerpt is a line of bounded length without controls."""
    span = SourceFile("a", content).span(start, start + length)
    for encoding in ("utf-8", "ascii", "cp1252"):
        made = excerpt(span, width, encoding)
        made.text.encode(encoding)
        assert [c for c in made.text if ord(c) < 32 or 0x7F <= ord(c) < 0xA0] == []
        assert len(made.mark) <= width + 20
        assert set(made.mark) <= {" ", "^"}
        assert made.mark.endswith("^")
