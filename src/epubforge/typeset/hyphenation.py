"""Words turned into the places where they may be hyphenated, by the language's patterns."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyphen import Pyphen

_LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


_USUAL = {"en": "en-US", "de": "de-DE", "pt": "pt-PT", "sr": "sr-Cyrl"}
"""Whose patterns are taken where the tag names no country."""


@lru_cache(maxsize=100_000)
def hyphens(word: str, language: str, limits: tuple[int, int, int]) -> tuple[int, ...]:
    """Offsets within a word, its quotes and stops included, at which a hyphen may stand.

    The limits are the shortest word that is parted, and how many letters stay before the hyphen
    and go after it. A language without patterns has none, and a word with a soft hyphen none but
    its own.
    """
    shortest, first, last = limits
    if len(word) < shortest or "\u00ad" in word:
        return ()
    patterns = _patterns(language)
    if patterns is None:
        return ()
    found: list[int] = []
    for part in _LETTERS.finditer(word):
        letters = part[0]
        if len(letters) < shortest or letters.isupper():
            continue
        for at in patterns.positions(letters.lower()):
            # Where letters change at the hyphen, as in old German, the place is passed over.
            if not getattr(at, "data", None) and first <= at <= len(letters) - last:
                found.append(part.start() + int(at))
    return tuple(found)


@lru_cache(maxsize=64)
def _patterns(language: str) -> Pyphen | None:
    import pyphen

    wanted = _USUAL.get(language.lower(), language).replace("-", "_")
    code = pyphen.language_fallback(wanted) if wanted else None
    if code is None:
        return None
    return pyphen.Pyphen(lang=code)
