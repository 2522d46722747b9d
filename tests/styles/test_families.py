"""Families of fonts in a stylesheet, and how deep its blocks lie."""

from __future__ import annotations

import pytest

from epubforge.styles.families import families
from epubforge.styles.nesting import is_too_deep


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("p { font-family: Avenir }", [("Avenir", 1, 5)]),
        ("p {\n  font-family: 'Avenir Next', serif }", [("Avenir Next", 2, 3)]),
        ("p { font-family: Avenir  Next /* old */ , Times }", [("Avenir Next", 1, 5)]),
        ("@media screen { @supports (a: b) { p { FONT-FAMILY: A } } }", [("A", 1, 40)]),
        ("p { font-family: sans-serif, Avenir } q { font-family: Inherit }", []),
        ("p { font-family: var(--text) } q { font: 1em Avenir }", []),
    ],
)
def test_the_first_family_is_asked_for(text: str, asked: list[tuple[str, int, int]]) -> None:
    """As it is written, with its place; general names and computed ones ask for no font."""
    assert list(families(text).asked) == asked


def test_what_the_sheet_brings() -> None:
    """By its @font-face rules, whatever the case of their names."""
    text = '@font-face { font-family: "Avenir Next"; src: url(a.otf) } @font-face { src: url(b) }'
    assert families(text).brought == {"avenir next"}
    assert families(text).asked == ()


def test_how_deep_blocks_may_lie() -> None:
    """Thirty inside each other are more than anyone writes."""
    assert not is_too_deep("@media a{" * 30 + "}" * 30)
    assert is_too_deep("p{a:" + "(" * 30)
    assert not is_too_deep("p { a: b }" * 1000 + "}" * 100)
