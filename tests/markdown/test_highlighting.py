"""Code is marked up without a character of it changed."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from epubforge.markdown.highlighting import LARGEST, TooSlowError, highlighted, languages

CODE = st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=60)


@given(CODE, st.sampled_from(("python", "html", "js", "bash", "tex", "json", "diff", "yaml")))
@settings(max_examples=200, deadline=None)
def test_no_character_is_lost(code: str, language: str) -> None:
    """Without its tags the markup is the code."""
    markup = highlighted(code, language).markup
    assert unescape(re.sub(r"</?span[^>]*>", "", markup)) == unescape(code) or "&" in code


def test_the_classes_are_those_in_the_markup() -> None:
    """So that a stylesheet can hold these and no others."""
    code = highlighted("def f(): pass\n", "python")
    assert code.classes == set(re.findall(r'class="(\w+)"', code.markup)) >= {"k", "nf"}


@pytest.mark.parametrize("code", ["x\n" * LARGEST, "x" * 3_000])
def test_what_is_too_large_is_not_marked(code: str) -> None:
    """Neither much code, nor one endless line."""
    with pytest.raises(TooSlowError):
        highlighted(code, "python")


def test_languages_have_their_short_names() -> None:
    """Those that authors write."""
    assert {"python", "py", "js", "rust", "c++", "html"} <= languages()
