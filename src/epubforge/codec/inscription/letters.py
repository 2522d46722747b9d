"""Bytes of nobody knows which encoding turned into the most likely one."""

from __future__ import annotations

_LATIN = frozenset(range(0xC0, 0x100)) - {0xD7, 0xF7}
"""Letters of Windows-1252, where old Macintosh programs have signs."""
_MAC = frozenset(range(0x80, 0xA0)) - frozenset(b"\x82\x84\x85\x8b\x91\x92\x93\x94\x96\x97\x9b")
"""Letters of MacRoman, where Windows-1252 has signs; without its quotes, dashes and ellipsis."""
_MOST = 200_000


def likely_encoding(text: bytes) -> str:
    """UTF-8, if it can be that; else Windows-1252 or MacRoman, by what stands beside letters."""
    try:
        text.decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError:
        text = text[:_MOST]
    latin = mac = 0
    for before, byte, after in zip(b" " + text, text, text[1:] + b" ", strict=False):
        if byte >= 0x80 and (chr(before).isalpha() or chr(after).isalpha()):
            latin += byte in _LATIN
            mac += byte in _MAC
    return "mac-roman" if mac > latin else "cp1252"
