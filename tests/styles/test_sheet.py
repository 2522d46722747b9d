"""Stylesheets are read as browsers read them, broken ones too."""

from __future__ import annotations

import pytest

from epubforge.styles.matching import Cascade
from epubforge.styles.sheet import Screen, holds, read_sheet
from epubforge.styles.tree import read_tree

SCREEN = Screen(600, 800)


def declared(sheet: str, markup: str) -> dict[str, str]:
    element = next(read_tree(markup).elements)
    cascade = Cascade((read_sheet("p { color: black }", SCREEN), read_sheet(sheet, SCREEN)))
    return {one.name: one.value for one in cascade.declared(element)}


def test_the_stronger_rule_wins() -> None:
    """By importance, then by weight, then by order; a style attribute beats a plain rule."""
    sheet = "p.a { color: red; margin: 0 } p { color: green; margin: 1em !important }"
    assert declared(sheet, '<p class="a"/>') == {"color": "red", "margin": "1em"}
    assert declared(sheet, '<p class="a" style="color: blue; margin: 2em"/>') == {
        "color": "blue",
        "margin": "1em",
    }


def test_what_cannot_be_read_is_left_out() -> None:
    """A broken declaration or selector takes nothing else with it."""
    sheet = "p { color red; margin: 1em } p >> q { x: y } p { padding: 2em /* c */ 1em"
    assert declared(sheet, "<p/>") == {"color": "black", "margin": "1em", "padding": "2em 1em"}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("(min-width: 30em)", True),
        ("(min-width: 40em)", False),
        ("screen and (max-width: 600px)", True),
        ("print", False),
        ("(min-width: 40em), screen", True),
        ("(orientation: portrait)", False),
    ],
)
def test_media_queries(query: str, expected: bool) -> None:
    """Widths are asked of the page, an em is sixteen pixels there; what is unknown is not so."""
    assert holds(query, SCREEN) is expected
