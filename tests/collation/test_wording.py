"""Word by word: pieces that make up both wordings, and read well."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from epubforge.collation.wording import likeness, wording, words_of

TEXTS = st.lists(st.sampled_from("a b c der, die. das! 漢 字 x-y é".split()), max_size=25).map(
    " ".join
)


def marked(before: str, after: str) -> str:
    """The pieces with brackets round what went out and came in."""
    signs = {"same": "{}", "out": "[{}]", "in": "<{}>"}
    return "".join(signs[each.kind].format(each.text) for each in wording(before, after))


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_pieces_make_up_both(before: str, after: str) -> None:
    """Without what came in it is the old wording, without what went out the new one."""
    pieces = wording(before, after)
    assert "".join(each.text for each in pieces if each.kind != "in") == before
    assert "".join(each.text for each in pieces if each.kind != "out") == after
    assert all(each.text for each in pieces)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("The coal is smoke.", "The coal is smoke.", "The coal is smoke."),
        ("The coal is smoke.", "The coal was smoke.", "The coal [is ]<was >smoke."),
        ("one two", "one two three", "one two< three>"),
        ("one two three", "two three", "[one ]two three"),
        ("Yes.", "Yes!", "Yes[.]<!>"),
        ("漢字", "漢文字", "漢<文>字"),
        ("the big old house", "the small new house", "the [big old ]<small new >house"),
        ("", "new", "<new>"),
        ("old", "", "[old]"),
    ],
)
def test_what_is_told(before: str, after: str, told: str) -> None:
    """Whole words; neighbouring changes are one."""
    assert marked(before, after) == told


def test_a_word_between_two_changes_goes_with_them() -> None:
    """A lone word that stayed would only make the change hard to read."""
    assert marked("so a is b. c d e", "so x is y. c d e") == "so [a is b]<x is y>. c d e"


@pytest.mark.parametrize(
    ("before", "after", "share"),
    [("a b", "a b", 1.0), ("a b", "c d", 0.0), ("A b", "a c", 0.5), ("", "", 1.0)],
)
def test_likeness(before: str, after: str, share: float) -> None:
    """The share of words that both have, whatever their case."""
    assert likeness(words_of(before), words_of(after)) == share
