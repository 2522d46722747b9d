"""Texts brought into the order of a bibliography."""

from __future__ import annotations

import unicodedata

_KEPT = {"й": "й", "ї": "ї", "ў": "ў"}


def sort_key(words: str) -> str:
    """Text as it is compared: no accents, marks or capitals; digits by their value."""
    out: list[str] = []
    for sign in unicodedata.normalize("NFC", words).casefold():
        if sign in _KEPT:
            out.append(sign)
            continue
        for part in unicodedata.normalize("NFKD", sign):
            if part.isalnum() or part == " ":
                out.append(part)
            elif part in "-–—/":
                out.append(" ")
    return " ".join("".join(out).split())
