"""Colours and their contrast, against figures that WCAG and its examples give."""

from __future__ import annotations

import pytest

from epubforge.styles.colours import BLACK, WHITE, Colour, contrast, read_colour


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("#fff", "#ffffff"),
        ("rebeccapurple", "#663399"),
        ("rgb(100% 0% 0%)", "#ff0000"),
        ("hsl(120, 100%, 25%)", "#008000"),
    ],
)
def test_read_colour(text: str, name: str) -> None:
    """The ways of CSS to name a colour lead to the same one."""
    colour = read_colour(text)
    assert colour is not None
    assert colour.name == name


@pytest.mark.parametrize("text", ["inherit", "currentColor", "var(--ink)", "no colour", ""])
def test_no_colour(text: str) -> None:
    """What depends on others, or names nothing, is none."""
    assert read_colour(text) is None


def test_contrast() -> None:
    """Black on white is 21, a colour on itself 1; #767676 is the palest grey that passes."""
    grey, paler = read_colour("#767676"), read_colour("#777777")
    assert contrast(BLACK, WHITE) == pytest.approx(21)
    assert contrast(WHITE, WHITE) == pytest.approx(1)
    assert grey is not None
    assert paler is not None
    assert contrast(grey, WHITE) >= 4.5 > contrast(WHITE, paler)


def test_over() -> None:
    """Half a black on white is a grey in the middle."""
    assert Colour(0, 0, 0, 0.5).over(WHITE) == Colour(0.5, 0.5, 0.5)
