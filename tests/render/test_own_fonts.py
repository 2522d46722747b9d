"""Fonts that an author's styles name and the book does not hold."""

from __future__ import annotations

import pytest

from compose.by_hand import lines
from epubforge.render.own_fonts import strange_fonts
from epubforge.source import SourceFile


def found(text: str, *families: str) -> list[str]:
    return lines(tuple(strange_fonts([SourceFile("a.css", text)], families)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('h1 { font-family: "Gill Sans", serif }', "a.css:1:19 B092 Gill Sans"),
        ("h1 { font-family:  Gill   Sans , serif }", "a.css:1:20 B092 Gill Sans"),
        ("h1 {\n  Font-Family: 'Gill Sans' }", "a.css:2:16 B092 Gill Sans"),
    ],
)
def test_a_family_that_is_not_in_the_book(text: str, expected: str) -> None:
    """At its place, by its name."""
    assert found(text) == [f"{expected} is not among the fonts of the book"]


@pytest.mark.parametrize(
    "text",
    [
        "h1 { font-family: serif }",
        'h1 { font-family: "literata", "Gill Sans" }',
        '/* font-family: "Gill Sans" */',
        '@font-face { font-family: "Gill Sans"; src: local("x") }',
        "h1 { font-family: inherit; --font-family: x; }",
        "h1 { font-family: var(--text) }",
        "h1 { font-family: ; }",
    ],
)
def test_what_is_in_order(text: str) -> None:
    """Generic families, the book's own, comments; what stands second is a help, not a promise."""
    assert found(text, "Literata") == []


def test_a_family_is_told_once() -> None:
    """Not for each rule that names it."""
    assert len(found("a { font-family: X } b { font-family: x }")) == 1
