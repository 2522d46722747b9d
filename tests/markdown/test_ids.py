"""Ids from texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from epubforge.markdown.ids import Ids, is_valid, slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mine", "the-mine"),
        ("What’s left? All of it!", "whats-left-all-of-it"),
        ("Шахта № 1", "шахта--1"),
        ("हिन्दी", "हिन्दी"),
        ("1935", "section-1935"),
        ("- a -", "a"),
        ("…", "section"),
        ("snake_case", "snake_case"),
        ("\U0001d4b3", "section"),
    ],
)
def test_slug(text: str, expected: str) -> None:
    """Letters of any script stay, small; blanks become hyphens; the first sign is a letter."""
    assert slug(text) == expected


@given(st.text())
def test_every_slug_is_an_id(text: str) -> None:
    """Whatever the text, its slug can stand in a page."""
    assert is_valid(slug(text))


def test_ids_are_made_once() -> None:
    """A second one gets a number, and none is equal to one that the author gave."""
    ids = Ids()
    ids.reserve("mine-2")
    assert [ids.make("mine") for _ in range(3)] == ["mine", "mine-3", "mine-4"]


@pytest.mark.parametrize("ident", ["1a", "-a", "a b", "a:b", 'a"b', "ａ"])
def test_what_cannot_be_an_id(ident: str) -> None:
    """XML's names begin with a letter, and hold no blanks and quotes."""
    assert not is_valid(ident)
