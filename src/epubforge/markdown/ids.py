"""Ids: made from texts, and given out once."""

from __future__ import annotations

import re
from typing import Final

_KEPT: Final = re.compile(r"[^\w\- ]", re.UNICODE)
_VALID: Final = re.compile(r"[^\W\d][\w.\-]*\Z", re.UNICODE)


def slug(text: str, fallback: str = "section") -> str:
    """A text as an id, as GitHub makes them: lower case, hyphens for blanks, letters of any script.

    An id of XML does not begin with a digit or a hyphen, so such a one gets a word before it.
    """
    made = _KEPT.sub("", text.strip().lower()).replace(" ", "-")
    made = "".join(character for character in made if _is_name(character)).strip("-")
    if not made:
        return fallback
    return made if _VALID.match(made) else f"{fallback}-{made}"


def is_valid(ident: str) -> bool:
    """Whether a text can be an id in XML."""
    return bool(_VALID.match(ident)) and all(_is_name(c) or c == "." for c in ident)


def _is_name(character: str) -> bool:
    # Letters and digits of the plane that every reader's XML parser knows as letters.
    return character in "-_" or (character.isalnum() and ord(character) < 0x10000
                                 and not 0xFF00 <= ord(character) < 0xFFF0
                                 and character.isidentifier() | character.isdecimal())  # fmt: skip


def unused(wanted: str, taken: set[str]) -> str:
    """The wanted id, or the first of `-2`, `-3`, ... that is not taken; it is taken then."""
    ident, count = wanted, 1
    while ident in taken:
        count += 1
        ident = f"{wanted}-{count}"
    taken.add(ident)
    return ident
