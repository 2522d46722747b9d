"""Styles that an author brings."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compose.by_hand import lines
from epubforge.render.own_styles import faults
from epubforge.render.theme import CLASSIC, own_sheets
from epubforge.source import SourceFile


def found(text: str) -> list[str]:
    """What is wrong with a stylesheet of that text."""
    return lines(tuple(faults([SourceFile("extra.css", text)])))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('@import "a.css";', 'extra.css:1:1 B011 @import "a.css" asks for another stylesheet'),
        ("p { a: url(x.png) }", "extra.css:1:8 B011 url(x.png) is not part of the book"),
        (
            '\n@font-face { src: url("https://a/b.ttf") }',
            'extra.css:2:19 B011 url("https://a/b.ttf") is not part of the book',
        ),
        ("p { direction: rtl }", "extra.css:1:5 B012 direction has no place in a style"),
        ("p{Unicode-Bidi :x}", "extra.css:1:3 B012 Unicode-Bidi has no place in a style"),
        ("p { a: b", "extra.css:1:3 B013 this brace is never closed"),
        ("p { } }", "extra.css:1:7 B013 this brace closes nothing"),
        ("/* never", "extra.css:1:1 B013 this does not end"),
        ("p { content: 'x\n }", "extra.css:1:14 B013 this does not end"),
    ],
)
def test_what_would_spoil_a_book(text: str, expected: str) -> None:
    """Each at its place, named as it is written."""
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/* url(x) @import { */ p { margin: 0 }",
        'p::before { content: "url(x) } direction:" }',
        "p { fill: url(#a); background: url(data:image/png;base64,AA==) }",
        ".direction { flex-direction: row }",
        r'p::before { content: "\"}" }',
        "@media (min-width: 40em) { p { margin: 0 } }",
    ],
)
def test_what_is_in_order(text: str) -> None:
    """Comments, strings, references within the book and similar words raise nothing."""
    assert found(text) == []


@given(st.text(st.sampled_from("{}\"'/*\\\n @import url(x)direction:;")))
def test_any_text_has_an_answer(text: str) -> None:
    """Whatever the text, it is read to its end."""
    assert isinstance(found(text), list)


def test_the_classic_theme_is_in_order() -> None:
    """Our own theme keeps the rules that we give to others, and is not read again to say so."""
    sheets = [
        SourceFile(file.name, file.read_text("utf-8")) for file in CLASSIC.glob("style/*.css")
    ]
    assert (list(faults(sheets)), own_sheets(CLASSIC)) == ([], ())


def test_the_styles_of_ones_own_theme_are_read_too(tmp_path: Path) -> None:
    """They are named by the theme's folder."""
    (tmp_path / "mine" / "style").mkdir(parents=True)
    (tmp_path / "mine" / "theme.toml").write_text("", "utf-8")
    (tmp_path / "mine" / "style" / "base.css").write_text("p { direction: rtl }", "utf-8")
    assert lines(tuple(faults(own_sheets(tmp_path / "mine")))) == [
        "mine/style/base.css:1:5 B012 direction has no place in a style"
    ]
