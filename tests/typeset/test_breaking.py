"""Words are parted where their language allows it, lines where they look best."""

from __future__ import annotations

from itertools import pairwise

import pytest

from epubforge.typeset.breaking import Measures, break_lines
from epubforge.typeset.hyphenation import hyphens
from epubforge.typeset.inline import Fragment
from epubforge.typeset.opportunities import opportunities


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("well-known", ["well-", "known"]),
        ("1998–2004", ["1998–2004"]),
        ("word—dash", ["word—", "dash"]),
        ("--option", ["--option"]),
        ("100\u00a0km", ["100\u00a0km"]),
        ("漢字「かな」。", ["漢", "字", "「か", "な」。"]),
        ("Donau\u00addampf", ["Donau\u00ad", "dampf"]),
        ("long\u200bword", ["long\u200b", "word"]),
        ("(see)", ["(see)"]),
    ],
)
def test_where_a_line_may_end_inside_a_word(word: str, parts: list[str]) -> None:
    """Behind hyphens and dashes, between ideographs, never before a closing sign."""
    cuts = [0, *(at for at, _ in opportunities(word)), len(word)]
    assert [word[a:b] for a, b in pairwise(cuts)] == parts


@pytest.mark.parametrize(
    ("word", "language", "parts"),
    [
        ("typography", "en", "ty-pog-ra-phy"),
        ("“factory,”", "en", "“fac-to-ry,”"),
        ("Donaudampf", "de", "Do-nau-dampf"),
        ("BBC", "en", "BBC"),
        ("typography", "tlh", "typography"),
    ],
)
def test_words_are_hyphenated_by_their_language(word: str, language: str, parts: str) -> None:
    """By the patterns of the language; capitals and unknown languages not at all."""
    cuts = [0, *hyphens(word, language, (4, 2, 2)), len(word)]
    assert "-".join(word[a:b] for a, b in pairwise(cuts)) == parts


def words(*widths: float) -> list[Fragment]:
    made = [Fragment([], width, "space", " ", 4.0, 0.0, 0, 1) for width in widths]
    made[-1].after, made[-1].gap, made[-1].gap_width = "end", "", 0.0
    return made


def test_the_whole_paragraph_is_weighed() -> None:
    """Taking three words at once would leave the second line half empty: two are taken."""
    lines = break_lines(words(30, 30, 30, 50, 48), Measures(width=100, ragged=40))
    assert [(line.start, line.end) for line in lines] == [(0, 2), (2, 4), (4, 5)]


def test_no_line_is_longer_than_it_may_be() -> None:
    """Ragged lines never reach over the edge, whatever the words are."""
    fragments = words(*[float(7 + (n * 37) % 53) for n in range(400)])
    lines = break_lines(fragments, Measures(width=200, indent=20))
    assert [line for line in lines if line.natural > line.width + 0.02] == []
    assert [line.start for line in lines[1:]] == [line.end for line in lines[:-1]]


def test_a_word_wider_than_the_line_stands_alone() -> None:
    """A picture or a formula that nothing can part does not stop the paragraph."""
    lines = break_lines(words(30, 500, 30), Measures(width=100))
    assert [(line.start, line.end) for line in lines] == [(0, 1), (1, 2), (2, 3)]
