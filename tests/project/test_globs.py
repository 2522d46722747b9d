"""Globs of the settings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from epubforge.project.globs import is_glob, pattern


@pytest.mark.parametrize(
    ("glob", "path", "matches"),
    [
        ("*.md", "a.md", True),
        ("*.md", "part/a.md", False),
        ("**/*.md", "a.md", True),
        ("**/*.md", "x/y/a.md", True),
        ("0?-*.md", "01-a.md", True),
        ("0?-*.md", "0/-a.md", False),
        ("[1-3].md", "2.md", True),
        ("[!1-3].md", "2.md", False),
        ("[!1-3].md", "4.md", True),
        ("[z-a].md", "-.md", True),
        ("[.md", "[.md", True),
        ("a+b(1)*", "a+b(1).md", True),
        ("*", "x\ny", True),
    ],
)
def test_a_glob_matches(glob: str, path: str, matches: bool) -> None:
    """`*` and `?` stay in a folder, `**` goes below, everything else stands for itself."""
    assert (pattern(glob).fullmatch(path) is not None) is matches


def test_what_is_a_glob() -> None:
    """A path with one of the three signs."""
    assert [is_glob(path) for path in ("a*", "a?", "[a]", "a.md")] == [True, True, True, False]


@given(st.text("[]!^-\\*?a/&&||~~", max_size=12))
def test_any_glob_is_a_pattern(glob: str) -> None:
    """No text breaks the pattern, or warns."""
    pattern(glob).fullmatch("a/b")
