"""IPTC-IIM datasets turned into texts: IPTC-NAA Information Interchange Model 4.2."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

TITLE, DATE, BYLINE, CITY, SUBLOCATION, STATE, COUNTRY = 5, 55, 80, 90, 92, 95, 101
HEADLINE, CREDIT, COPYRIGHT, CAPTION = 105, 110, 116, 120
_MARKER, _APPLICATION, _ENVELOPE, _CODED_CHARACTER_SET = 0x1C, 2, 1, 90

_ESCAPES = {
    b"\x1b%G": "utf-8", b"\x1b%/G": "utf-8", b"\x1b%/H": "utf-8", b"\x1b%/I": "utf-8",
    b"\x1b-A": "cp1252", b"\x1b.A": "cp1252", b"\x1b-B": "iso8859-2", b"\x1b-L": "iso8859-5",
    b"\x1b-G": "iso8859-6", b"\x1b-F": "iso8859-7", b"\x1b-H": "iso8859-8", b"\x1b-M": "iso8859-9",
}  # fmt: skip
"""ISO 2022 escape sequences that writers were seen to use."""
_LATIN_LETTERS = frozenset(range(0xC0, 0x100)) - {0xD7, 0xF7}
_MAC_LETTERS = frozenset(range(0x80, 0xA0))


def iim_texts(data: bytes) -> dict[int, tuple[str, ...]]:
    """The texts of record 2 by their dataset numbers, as far as the datasets can be followed."""
    declared = ""
    raw: dict[int, list[bytes]] = defaultdict(list)
    for record, number, value in _datasets(data):
        if (record, number) == (_ENVELOPE, _CODED_CHARACTER_SET):
            declared = _ESCAPES.get(value, "")
        elif record == _APPLICATION:
            raw[number].append(value)
    whole = b" ".join(value for values in raw.values() for value in values)
    encoding = _encoding(whole, declared)
    return {
        number: tuple(value.decode(encoding, "replace") for value in values)
        for number, values in raw.items()
    }


def _datasets(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    position = data.find(b"\x1c")
    while 0 <= position <= len(data) - 5 and data[position] == _MARKER:
        record, number = data[position + 1], data[position + 2]
        size = int.from_bytes(data[position + 3 : position + 5], "big")
        start = position + 5
        if size & 0x8000:  # an extended dataset: the length of its length
            width = size & 0x7FFF
            size = int.from_bytes(data[start : start + width], "big") if width <= 4 else len(data)
            start += width
        if start + size > len(data):
            return
        yield record, number, data[start : start + size]
        position = start + size


def _encoding(text: bytes, declared: str) -> str:
    """What is declared, if it can be true; else UTF-8, if it can be; else what letters look like.

    Old Macintosh programs wrote their own letters and did not say so.
    """
    for encoding in (declared, "utf-8"):
        try:
            if encoding:
                text.decode(encoding)
                return encoding
        except UnicodeDecodeError:
            continue
    latin = mac = 0
    for before, byte, after in zip(b" " + text, text, text[1:] + b" ", strict=False):
        if byte >= 0x80 and (chr(before).isalpha() or chr(after).isalpha()):
            latin += byte in _LATIN_LETTERS
            mac += byte in _MAC_LETTERS and byte not in b"\x91\x92\x96\x97"
    return "mac-roman" if mac > latin else "cp1252"
