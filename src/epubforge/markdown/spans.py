"""From offsets in what the parser sees to offsets in the manuscript, line by line."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from markdown_it.common.utils import MD_TRIM_CHARS
from markdown_it.token import Token

Places = list[tuple[int, int]]
"""Pairs of (offset in inline content, offset in the source), ascending; between two pairs both
run alike."""


class Lines:
    """A source text cut into lines, for finding offsets."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def starts(self) -> list[int]:
        """Where each line begins."""
        starts = [0]
        at = self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts

    def line(self, number: int) -> str:
        """The text of a 0-based line, without its end; empty beyond the last one."""
        if number >= len(self.starts):
            return ""
        end = self.text.find("\n", self.starts[number])
        return self.text[self.starts[number] : len(self.text) if end < 0 else end]

    def start(self, number: int) -> int:
        """Where a 0-based line begins; the text's end beyond the last one."""
        return self.starts[number] if number < len(self.starts) else len(self.text)

    def content(self, first: int, last: int) -> tuple[int, int]:
        """Start and end of what is written on the lines first up to last, indents left out."""
        number = first
        while number < last - 1 and not self.line(number).strip():
            number += 1
        text = self.line(number)
        start = self.start(number) + len(text) - len(text.lstrip())
        closing = max(last - 1, number)
        return start, max(start, self.start(closing) + len(self.line(closing).rstrip()))


def places(lines: Lines, token: Token) -> Places:
    """Where each line of an inline token's content stands in the source.

    Whatever quote marks, indents and tabs stand before it, a line of content is the end of its
    source line; so it is found from behind.
    """
    known = token.meta.get("places")
    if known is not None:
        return list(known)
    first, last = token.map or [0, 1]
    parts = str(token.meta.get("whole", token.content)).split("\n")
    first = _first_row(lines, first, last, parts)
    found: Places = []
    offset = 0
    for row, part in enumerate(parts, first):
        core = part.lstrip(" \t")
        text = lines.line(row)
        at = text.rfind(core.rstrip(MD_TRIM_CHARS) if row == first + len(parts) - 1 else core)
        if at < 0:
            at = len(text) - len(text.lstrip())
        found.append((offset, lines.start(row)))
        found.append((offset + len(part) - len(core), lines.start(row) + at))
        offset += len(part) + 1
    return found


def _first_row(lines: Lines, first: int, last: int, parts: list[str]) -> int:
    """The row of the first part: rows of mere no-break spaces before it are not in the content."""
    spare = last - first - len(parts)
    while spare > 0 and parts[0].strip(MD_TRIM_CHARS) not in lines.line(first):
        first += 1
        spare -= 1
    return first


def locate(known: Places, start: int, end: int) -> tuple[int, int]:
    """A stretch of content as a stretch of the source."""
    last = _offset(known, end - 1) + 1 if end > start else _offset(known, start)
    begin = _offset(known, start)
    return begin, max(begin, last)


def _offset(known: Places, offset: int) -> int:
    content, source = known[max(0, bisect_right(known, (offset, 1 << 60)) - 1)]
    return source + offset - content
