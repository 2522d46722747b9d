"""How long a text is: its words, its characters, and the time that reading it takes."""

from __future__ import annotations

import re
from dataclasses import dataclass

_UNSPACED = re.compile(
    "[\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Kana and Chinese characters stand without blanks: each counts as a word."""
_WORD = re.compile(r"\w+(?:['’\-\u2010\u2011.·]\w+)*")
_LONG = 1 << 20
_WORDS_A_MINUTE = 238
"""Silent reading of prose in English: Brysbaert, How many words do we read per minute? Journal of
Memory and Language 109 (2019)."""
_SIGNS_A_MINUTE = 400
"""Of Chinese and Japanese; about as long for the same content."""


@dataclass(frozen=True, slots=True)
class Length:
    """Of one text, or of several together."""

    words: int = 0
    characters: int = 0
    """Blanks among them, a run of them as one."""
    unspaced: int = 0
    """How many of the words are single Chinese characters or kana."""

    def __add__(self, other: Length) -> Length:
        return Length(
            self.words + other.words,
            self.characters + other.characters,
            self.unspaced + other.unspaced,
        )

    @property
    def minutes(self) -> int:
        """Of reading; at least one where there is a word."""
        spaced = self.words - self.unspaced
        exact = spaced / _WORDS_A_MINUTE + self.unspaced / _SIGNS_A_MINUTE
        return max(1, round(exact)) if self.words else 0


def length(text: str) -> Length:
    """The length of a text whose blanks are single ones."""
    if text.isascii():
        return Length(_words(text), len(text))
    rest, unspaced = _UNSPACED.subn(" ", text)
    return Length(_words(rest) + unspaced, len(text), unspaced)


def _words(text: str) -> int:
    """From blank to blank in long texts: a list of all words takes ten times what the text does."""
    count = at = 0
    while at < len(text):
        end = text.find(" ", at + _LONG)
        end = end if end >= 0 else len(text)
        count += len(_WORD.findall(text, at, end))
        at = end
    return count
