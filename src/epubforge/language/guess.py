"""Which language a text is in, as its smallest words tell: sure, or silent."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

_FILE = Path(__file__).parent / "small_words.toml"
_WORD = re.compile(r"[^\W\d_]+")
_MOST = 120
"""Words of a text that are looked at."""
_SHARE, _FOREIGN_SHARE, _OWN_SHARE = 0.25, 0.2, 0.06
"""Of all words: the least that are small words of the language, the least that its own language
has not, and the most that are small words of its own language and not of this."""
_LEAST_KINDS = 4
"""Different words of more than a letter that must tell it."""
_AHEAD = 1.2
"""How far the best language must be before the next that is no kin of it."""
_SAME = {"no": "nb", "nn": "nb", "sr": "bg", "mk": "bg", "be": "ru", "sk": "cs", "gl": "pt"}
"""Languages without a list of their own, and the kin whose list does for them."""
_KIN = (
    frozenset({"da", "nb", "sv"}),
    frozenset({"es", "pt", "it"}),
    frozenset({"ru", "uk", "bg"}),
    frozenset({"pl", "cs"}),
)
"""Languages that share too many words to be told apart in a few sentences."""
_PLACEHOLDER = "lorem ipsum"


@lru_cache(maxsize=64)
def primary_of(tag: str) -> str:
    """The language that a tag begins with, in small letters."""
    return tag.lower().replace("_", "-").partition("-")[0]


@lru_cache(maxsize=64)
def small_words(language: str) -> frozenset[str]:
    """The smallest words of a language by its primary tag; none where they are not known."""
    return _all().get(_SAME.get(language, language), frozenset())


@lru_cache(maxsize=64)
def common_words(language: str) -> tuple[str, str, str, str]:
    """The four commonest words of a language between blanks; four that no text has where they are
    not known."""
    words = _lists().get(_SAME.get(language, language), "\0 \0 \0 \0").split()
    one, two, three, four = (f" {word} " for word in words[:4])
    return one, two, three, four


def sounds_like(text: str, language: str, least: int) -> str | None:
    """The language that a text is surely in, if it is not its own; None where that is not sure.

    `least` is the number of words below which nothing is said. A text whose own language has no
    list is never sure.
    """
    words = _WORD.findall(text.lower())[:_MOST]
    own_tag = _SAME.get(language, language)
    own = small_words(language)
    if len(words) < least or not own or text.lstrip().lower().startswith(_PLACEHOLDER):
        return None
    scores = {tag: sum(word in small for word in words) for tag, small in _all().items()}
    best = max(scores, key=lambda tag: scores[tag])
    others = (score for tag, score in scores.items() if tag != best and not _are_kin(tag, best))
    if _are_kin(best, own_tag) or scores[best] < _AHEAD * max(others, default=0):
        return None
    return best if _is_sure(words, _all()[best], own) else None


def _is_sure(words: Sequence[str], small: frozenset[str], own: frozenset[str]) -> bool:
    count = len(words)
    told = [word for word in words if word in small]
    foreign = [word for word in told if word not in own]
    kept = sum(word in own and word not in small for word in words)
    return (
        len(told) >= _SHARE * count
        and len(foreign) >= _FOREIGN_SHARE * count
        and len({word for word in foreign if len(word) > 1}) >= _LEAST_KINDS
        and kept <= _OWN_SHARE * count
    )


def _are_kin(one: str, other: str) -> bool:
    return one == other or any(one in kin and other in kin for kin in _KIN)


@cache
def _all() -> dict[str, frozenset[str]]:
    return {tag: frozenset(words.split()) for tag, words in _lists().items()}


@cache
def _lists() -> dict[str, str]:
    """As they stand in their file: the commonest words first."""
    return {k: str(v) for k, v in tomllib.loads(_FILE.read_text(encoding="utf-8")).items()}
