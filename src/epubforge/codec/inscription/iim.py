"""IPTC-IIM datasets turned into texts: IPTC-NAA Information Interchange Model 4.2."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from epubforge.codec.inscription.letters import likely_encoding

TITLE, DATE, BYLINE, CITY, SUBLOCATION, STATE, COUNTRY = 5, 55, 80, 90, 92, 95, 101
HEADLINE, CREDIT, COPYRIGHT, CAPTION = 105, 110, 116, 120
_MARKER, _APPLICATION, _ENVELOPE, _CODED_CHARACTER_SET = 0x1C, 2, 1, 90

_ESCAPES = {
    b"\x1b%G": "utf-8", b"\x1b%/G": "utf-8", b"\x1b%/H": "utf-8", b"\x1b%/I": "utf-8",
    b"\x1b-A": "cp1252", b"\x1b.A": "cp1252", b"\x1b-B": "iso8859-2", b"\x1b-L": "iso8859-5",
    b"\x1b-G": "iso8859-6", b"\x1b-F": "iso8859-7", b"\x1b-H": "iso8859-8", b"\x1b-M": "iso8859-9",
}  # fmt: skip
"""ISO 2022 escape sequences that writers were seen to use."""


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
    """What is declared, if it can be true; else what it looks like.

    Old Macintosh programs wrote their own letters and did not say so.
    """
    try:
        if declared:
            text.decode(declared)
            return declared
    except UnicodeDecodeError:
        pass
    return likely_encoding(text)
