"""Texts brought into the order of a bibliography."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from epubforge.language.sorting import Weight, sort_key

_BEHIND_NUMBERS = 10**18
_LONGEST_NUMBER = 18
_PARTING = str.maketrans(dict.fromkeys("-–—/", " "))

BibliographyKey = tuple[tuple[int, tuple[Weight, ...]], ...]


def bibliography_key(text: str, language: str) -> BibliographyKey:
    """A key by which a language (a BCP 47 tag) orders texts word by word; numbers by their value.

    It is empty where there is neither a letter nor a digit.
    """
    return tuple(_weighed(text.translate(_PARTING), language))


def _weighed(text: str, language: str) -> Iterator[tuple[int, tuple[Weight, ...]]]:
    for word in text.split():
        signs = "".join(filter(str.isalnum, unicodedata.normalize("NFKD", word)))
        if signs.isascii() and signs.isdecimal() and len(signs) <= _LONGEST_NUMBER:
            yield int(signs), ()
        elif weights := sort_key(word, language)[0]:
            yield _BEHIND_NUMBERS, weights
