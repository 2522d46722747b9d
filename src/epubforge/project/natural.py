"""A file's name turned into its place in natural order, where 2 comes before 10."""

from __future__ import annotations

import re
import unicodedata

_NUMBER = re.compile(r"([0-9]+)")

NaturalKey = tuple[tuple[tuple[int, int, str], ...], str]


def nfc(name: str) -> str:
    """A name in Unicode NFC; bytes that are no UTF-8 become U+FFFD."""
    if name.isascii():
        return name
    readable = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return unicodedata.normalize("NFC", readable)


def matching(name: str) -> str:
    """A name as it is compared where case does not count."""
    return nfc(nfc(name).casefold())


def natural(name: str) -> NaturalKey:
    """A sort key: numbers by value, letters without regard to case, then the name as it is."""
    return tuple(_part(part) for part in _NUMBER.split(matching(name))), name


def _part(part: str) -> tuple[int, int, str]:
    if not part.isascii() or not part.isdigit():
        return (1, 0, part)
    digits = part.lstrip("0")
    # Compared by length first, so that no number is too long to be read.
    return (0, len(digits), digits)
