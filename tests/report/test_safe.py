"""Texts of strangers, made harmless."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from epubforge.report.safe import letters, printable, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain — Шахта 漢字", "plain — Шахта 漢字"),
        ("a\nb\r\tc", "a\\nb\\r\\tc"),
        ("\x00\x1b[0m\x7f\x9b", "\\x00\\x1b[0m\\x7f\\x9b"),
        ("a\u202eb\u2066c\u200f", "a\\u202eb\\u2066c\\u200f"),
        ("\u2028\u2029\ufeff", "\\u2028\\u2029\\ufeff"),
        ("\U000e0041", "\\U000e0041"),
        ("\ud800", "\\ud800"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("::error::x", "\\x3a:error::x"),
        ("  ::error::x", "  \\x3a:error::x"),
        ("a::b", "a::b"),
        ("a:b", "a:b"),
        ("##[error]", "#\\x23[error]"),
        ("a ##vso[task] b", "a #\\x23vso[task] b"),
        ("##teamcity[x]", "#\\x23teamcity[x]"),
        ("## [link]", "## [link]"),
        ("", ""),
    ],
)
def test_visible(text: str, shown: str) -> None:
    """What steers is escaped, everything else stands as it is; joiners are letters."""
    assert visible(text) == shown


@given(st.text(st.characters()))
def test_nothing_steers(text: str) -> None:
    """Any text becomes one line without controls, overrides or commands."""
    shown = visible(text)
    assert [c for c in shown if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")] == []
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert not shown.lstrip().startswith("::")
    assert "##[" not in shown


@given(st.text())
def test_one_piece_for_each_letter(text: str) -> None:
    """Each character has its own piece, so that places can be counted."""
    assert len(list(letters(text))) == len(text)


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        ("utf-8", "Шé€"),
        ("cp1252", "\\u0428é€"),
        ("latin-1", "\\u0428é\\u20ac"),
        ("ascii", "\\u0428\\xe9\\u20ac"),
        ("no such encoding", "\\u0428\\xe9\\u20ac"),
    ],
)
def test_printable(encoding: str, shown: str) -> None:
    """What an encoding lacks is escaped."""
    assert printable("Шé€", encoding) == shown


def test_half_characters_are_printable() -> None:
    """A surrogate from a file name that is not UTF-8 is escaped even in UTF-8."""
    assert printable("\udce9", "utf-8") == "\\udce9"
