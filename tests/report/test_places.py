"""Offsets into lines and columns."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from epubforge.report.places import position_in
from epubforge.source import SourceFile, position


@given(st.text(st.sampled_from("a\nя\r\u2028")), st.integers(-2, 40))
def test_as_the_plain_count(text: str, offset: int) -> None:
    """The quick way counts as the plain one, also beyond both ends."""
    source = SourceFile("a", text)
    assert position_in(source, offset) == position(source, offset)
