"""Makes text fit for XML: what may not stand in it goes, what means something is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from unicodedata import normalize

_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Everything outside https://www.w3.org/TR/xml/#NT-Char."""
_WHITE_SPACE = re.compile(r"[ \t\r\n]+")
"""XML's own white space: a no-break space is a choice and stays."""


def plain(text: str) -> str:
    """The text as one line in NFC without characters that XML forbids; it may become empty."""
    allowed = _FORBIDDEN.sub("", text)
    return normalize("NFC", _WHITE_SPACE.sub(" ", allowed).strip(" "))


def escaped(text: str) -> str:
    """The text as one line that may stand in an element or between double quotes."""
    return escape(plain(text))


def item_ids(hrefs: Iterable[str]) -> dict[str, str]:
    """For each href an id that XML allows, made from it, and given to no other.

    The prefix keeps them apart from the ids of the metadata in the same document.
    """
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for href in hrefs:
        wanted = "item-" + re.sub(r"[^A-Za-z0-9]+", "-", href).strip("-")
        ids[href] = _untaken(wanted, taken)
        taken.add(ids[href])
    return ids


def _untaken(wanted: str, taken: set[str]) -> str:
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted}-{number}", number + 1
    return name
