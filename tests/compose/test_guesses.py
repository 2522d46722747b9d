"""What was probably meant."""

from __future__ import annotations

from epubforge.compose.guesses import Guesses


def test_the_likest_name_is_found() -> None:
    """The nearest of the known names is given, and none where nothing is alike."""
    guesses = Guesses()
    assert guesses.near("mien", ("mine", "mill", "pit")) == "mine"
    assert guesses.near("shaft", ("mine", "mill")) is None
    assert guesses.all_near("mil", ("mine", "mill", "milk"), 2, 0.7) == ["mill", "milk"]


def test_guesses_come_to_an_end() -> None:
    """A book whose names are all wrong gets no more of them after some time."""
    guesses = Guesses()
    known = [f"name-{n}" for n in range(1000)]
    found = [guesses.near("nam-7", known) for _ in range(30)]
    assert (found[0], found[-1]) == ("name-7", None)


def test_nothing_is_guessed_for_a_name_that_nobody_typed() -> None:
    """To compare two very long names takes too long."""
    assert Guesses().near("a" * 300, ["a" * 301]) is None
