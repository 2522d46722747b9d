"""Places in a manuscript."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from epubforge.source import Position, SourceFile, position


def test_lines_and_columns_count_from_one_in_code_points() -> None:
    """A letter outside the basic plane is one column wide; a line end belongs to its line."""
    source = SourceFile("a.md", "a😀b\n\nc")
    assert [position(source, at) for at in (0, 2, 3, 4, 5, 99)] == [
        Position(1, 1),
        Position(1, 3),
        Position(1, 4),
        Position(2, 1),
        Position(3, 1),
        Position(3, 2),
    ]


@given(st.text("ab\n", max_size=30), st.integers(0, 30))
def test_a_position_leads_back_to_its_offset(text: str, offset: int) -> None:
    """Line and column together say exactly where."""
    offset = min(offset, len(text))
    line, column = position(SourceFile("a.md", text), offset)
    lines = text.split("\n")
    assert sum(len(line) + 1 for line in lines[: line - 1]) + column - 1 == offset


def test_a_line_has_a_span_without_its_line_end() -> None:
    """Lines are found by number; those after the last are empty at the end."""
    source = SourceFile("a.md", "one\ntwo\n")
    spans = [source.line_span(number) for number in (1, 2, 3, 4)]
    assert [(span.start, span.end) for span in spans] == [(0, 3), (4, 7), (8, 8), (8, 8)]
