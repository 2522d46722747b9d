"""The inside of a citation is taken apart in pandoc's way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from epubforge.citations.syntax import CitedItem, parse_citation


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@ada", CitedItem("ada", start=1, end=4)),
        ("@ada, p. 3", CitedItem("ada", locator="3", locator_label="page", start=1, end=4)),
        ("-@ada", CitedItem("ada", suppress_author=True, start=2, end=5)),
        ("see @ada", CitedItem("ada", prefix="see", start=5, end=8)),
        ("@ada 33-35", CitedItem("ada", locator="33-35", locator_label="page", start=1, end=4)),
        (
            "@ada, chap. iv, my italics",
            CitedItem("ada", "", "iv", "chapter", ", my italics", start=1, end=4),
        ),
        ("@ada, §4", CitedItem("ada", locator="4", locator_label="section", start=1, end=4)),
        ("@ada, no idea", CitedItem("ada", suffix=", no idea", start=1, end=4)),
        ("@{http://x.org/a}", CitedItem("http://x.org/a", start=2, end=16)),
        ("@DBLP:conf/x.1, n. 7", CitedItem("DBLP:conf/x.1", "", "7", "note", start=1, end=14)),
    ],
)
def test_an_item_is_taken_apart(text: str, expected: CitedItem) -> None:
    """Prefix, key, locator with its label, and suffix are told from each other."""
    assert parse_citation(text) == (expected,)


def test_works_are_divided_by_semicolons() -> None:
    """Each key has its offset in the whole text."""
    text = "see @a, pp. 3-5; @b"
    items = parse_citation(text) or ()
    assert [text[item.start : item.end] for item in items] == ["a", "b"]
    assert [(item.locator, item.locator_label) for item in items] == [("3-5", "page"), ("", "")]


@pytest.mark.parametrize("text", ["", "ada", "me@example.org", "@a and @b", "@a;", "@ a"])
def test_what_is_no_citation(text: str) -> None:
    """Text without exactly one key between semicolons is no citation."""
    assert parse_citation(text) is None


@given(st.text(alphabet="@-;,.{}[] pabc§0123iv–", max_size=100))
def test_keys_lie_where_they_say(text: str) -> None:
    """Any text has an answer, and each key stands at its offsets."""
    for item in parse_citation(text) or ():
        assert text[item.start : item.end] == item.key
