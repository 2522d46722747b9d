"""Words of another language or direction, marked so that they are read and ordered rightly."""

from __future__ import annotations

import unicodedata
from html import escape

_FROM_RIGHT = frozenset({"R", "AL"})


def isolated(text: str, language: str = "") -> str:
    """The text as markup, with its language where one is given.

    Words that run from right to left are kept apart from what stands around them.
    """
    said = f' lang="{escape(language)}" xml:lang="{escape(language)}"' if language else ""
    if any(unicodedata.bidirectional(character) in _FROM_RIGHT for character in text):
        return f"<bdi{said}>{escape(text, quote=False)}</bdi>"
    return f"<span{said}>{escape(text, quote=False)}</span>" if said else escape(text, quote=False)
