"""Numbers in words."""

from __future__ import annotations

import pytest

from epubforge.report.measures import became, counted, share, size, time


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "0 B"), (999, "999 B"), (1000, "1.0 kB"), (9949, "9.9 kB"), (9950, "10 kB"),
     (213_682, "214 kB"), (999_499, "999 kB"), (999_500, "1.0 MB"), (16_451_781, "16.5 MB"),
     (2_300_000_000, "2.30 GB")],
)  # fmt: skip
def test_sizes(count: int, said: str) -> None:
    """Three figures at most, of thousands."""
    assert size(count) == said


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [(900, 800, "900 B → 800 B"), (122_000, 122_008, "122 kB, +8 B"), (7, 7, "7 B"),
     (122_400, 122_000, "122 kB, −400 B")],
)  # fmt: skip
def test_what_became_of_a_size(before: int, after: int, said: str) -> None:
    """Sizes that look alike are told apart by what lies between them."""
    assert became(before, after) == said


def test_counts() -> None:
    """One, several, and an irregular plural."""
    assert counted(1, "word") == "1 word"
    assert counted(1204, "word") == "1,204 words"
    assert counted(2, "entry", "entries") == "2 entries"


@pytest.mark.parametrize(("minutes", "said"), [(0, "0 min"), (59, "59 min"), (60, "1 h"),
                                               (1698, "28 h 18 min")])  # fmt: skip
def test_times(minutes: int, said: str) -> None:
    """Minutes, hours, both."""
    assert time(minutes) == said


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [(0, 10, "0 %"), (1, 0, "0 %"), (1, 3, "33.3 %"), (1, 10_000, "< 0.1 %"), (10, 10, "100.0 %")],
)
def test_shares(part: int, whole: int, said: str) -> None:
    """What is there is never told as nothing."""
    assert share(part, whole) == said
