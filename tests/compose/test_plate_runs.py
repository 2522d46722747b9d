"""Plates told as stretches."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checks.by_hand import placed, plate
from epubforge.compose.plate_runs import stretches
from epubforge.model.book import Plate, PlatePage


def numbered(number: int) -> Plate:
    """A plate of that number."""
    content = plate(placed("a.jpg"), number).content
    assert isinstance(content, PlatePage)
    return content.plates[0]


def said(*numbers: int) -> list[str]:
    """What is said of plates with these numbers."""
    return [text for text, _ in stretches(map(numbered, numbers), "en")]


def test_three_in_a_row_are_a_stretch() -> None:
    """Two are not."""
    assert said(1, 2, 4, 5, 6, 9) == ["Plate 1", "Plate 2", "Plates 4–6", "Plate 9"]
    assert said() == []


@given(st.sets(st.integers(1, 60)))
def test_no_plate_is_lost(numbers: set[int]) -> None:
    """Each number is within exactly one of the stretches."""
    found: list[int] = []
    for text in said(*sorted(numbers)):
        first, _, last = text.partition(" ")[2].partition("–")
        found += range(int(first), int(last or first) + 1)
    assert found == sorted(numbers)
