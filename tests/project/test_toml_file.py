"""Broken TOML: one finding at the right place, in our words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from epubforge.project.toml_file import read_toml
from epubforge.source import SourceFile, Span, position


def only_finding(text: str) -> str:
    outcome = read_toml(SourceFile("book.toml", text))
    [diagnostic] = outcome.found
    assert isinstance(diagnostic.place, Span)
    line, column = position(diagnostic.place.source, diagnostic.place.start)
    return f"{line}:{column} {diagnostic.message.removeprefix('book.toml is not TOML: ')}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('a = "x\nb = 1\n', "1:7 the text is not closed on its line"),
        ("[book\n", "1:6 the name of a table is not closed"),
        ("a = [1, 2\n", "1:10 a list is not closed"),
        ('title "x"\n', "1:7 a key stands here without = and a value"),
        ("a = 1\n= 2\n", "2:1 this is neither a key nor a table"),
        ("a = 1\na = 2\n", "2:1 a stands here for the second time"),
        ("[a]\n[b]\n[a]\n", "3:2 a stands here for the second time"),
        ("x = { a = 1, a = 2 }\n", "1:14 a stands here for the second time"),
        ('a = "\\q"\n', "1:6 a backslash begins no escape that TOML knows"),
        ("a = yes\n", "1:5 yes stands without quotes"),
        ("\n a = x y # z\n", "2:6 x y stands without quotes"),
        ("a =\n", "1:4 what stands here is no value"),
        ('a = "x" b = 1\n', "1:9 something stands behind the value"),
        ('a = """x\n', "1:9 a text is not closed"),
        ("a = " + "[" * 3000, "1:1 book.toml is nested too deeply"),
        ("a = " + "9" * 5000, "1:1 book.toml holds a number that is too long to be read"),
    ],
)
def test_the_fault_is_named_at_its_place(text: str, expected: str) -> None:
    """Line, column and what is wrong, without a word of the library's."""
    assert only_finding(text) == expected


def test_an_impossible_date_does_not_hide_other_faults() -> None:
    """It is passed on as a text, to be told by who reads the key."""
    text = "a = 2026-02-30\nb = 1\nc = [25:00:00, 1.6.2012]\n"
    outcome = read_toml(SourceFile("book.toml", text))
    assert outcome.found == ()
    assert outcome.value is not None
    assert outcome.value.values == {"a": "2026-02-30", "b": 1, "c": ["25:00:00", "1.6.2012"]}
    assert outcome.value.impossible_dates == {("a",), ("c", 0), ("c", 1)}


def test_several_texts_without_quotes_are_all_told() -> None:
    """Each is a finding; the values count, so that the rest is read too."""
    outcome = read_toml(SourceFile("book.toml", "a = x\nb = [y, z]\nc = 1979-05-27 07:32:00\n"))
    assert len(outcome.found) == 3
    assert outcome.value is not None
    assert outcome.value.values["b"] == ["y", "z"]


@given(st.text(alphabet="[]{}=.,#\"'\\\nab1 -:20", max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    """There are values, or there is a finding; never an exception."""
    outcome = read_toml(SourceFile("book.toml", text))
    assert outcome.value is not None or len(outcome.found) == 1
