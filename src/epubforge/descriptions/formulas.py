"""Texts that a spreadsheet would take for formulas made harmless, and turned back.

A cell that begins with = + - or @ is computed by spreadsheets, and may call programs or addresses:
OWASP, "CSV Injection". An apostrophe before it says that it is a text; as many as were there come
back.
"""

from __future__ import annotations

import re

_DANGEROUS = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
_GUARDED = re.compile(r"'(?='*[=+\-@\t\r＝＋－＠])")


def guarded(text: str) -> str:
    """The text as a cell that no spreadsheet computes."""
    return f"'{text}" if _DANGEROUS.match(text) else text


def unguarded(cell: str) -> str:
    """The text that was made a cell of, or that an editor wrote into one."""
    return _GUARDED.sub("", cell, count=1) if _GUARDED.match(cell) else cell
