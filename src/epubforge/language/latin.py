"""A text turned into plain Latin letters, for names that every disk and every reader can hold."""

from __future__ import annotations

import unicodedata

WHOLE_LETTERS = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h",
    "ı": "i", "ŋ": "n",
}  # fmt: skip
"""Letters that Unicode does not take apart into a base and an accent."""
_TABLE = str.maketrans(WHOLE_LETTERS)


def unaccented(text: str) -> str:
    """The text in lower case without accents; what has no Latin counterpart stays as it is."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_TABLE))
    bare = "".join(character for character in plain if not unicodedata.combining(character))
    return bare.lower()  # signs like № come apart into capitals
