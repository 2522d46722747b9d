"""A line of the manuscript with a mark below the place that is meant."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from epubforge.report.safe import letters, printable
from epubforge.source import Span

CUT = "..."
TAB = "    "
"""A tab is shown as four blanks, so that the mark below stands where it should."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Two lines of equal scale: the text, and the carets below it."""

    text: str
    mark: str


def excerpt(span: Span, width: int, encoding: str) -> Excerpt:
    """The line where a span begins, at most `width` cells of it, and carets below the span.

    An empty span has one caret; one that goes on in the next line is marked to the line's end.
    """
    text = span.source.text
    start = min(span.start, len(text))
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", start)
    line_end = len(text) if line_end < 0 else line_end
    # A line of many megabytes is not looked at beyond what could be shown of it.
    before = _cells(text[max(line_start, start - width) : start], encoding)
    after = _cells(text[start : min(line_end, start + width)], encoding)
    head = _head(before, width, is_whole=start - line_start <= width)
    tail = _fitting(after, width - _width(head))
    marked = tail[: max(0, min(span.end, line_end) - start)]
    cut = CUT if len(tail) < line_end - start else ""
    return Excerpt(
        "".join(head + tail) + cut,
        " " * _width(head) + "^" * max(1, _width(marked)),
    )


def _head(cells: list[str], width: int, is_whole: bool) -> list[str]:
    """What is shown before the place: all of it, or what fits in a third of the width."""
    if is_whole and _width(cells) <= width * 2 // 3:
        return cells
    kept = _fitting(cells[::-1], width // 3)[::-1]
    return [CUT, *kept]


def _fitting(cells: list[str], width: int) -> list[str]:
    for count, cell in enumerate(cells):
        width -= _cell_width(cell)
        if width < 0:
            return cells[:count]
    return cells


def _cells(text: str, encoding: str) -> list[str]:
    return [
        TAB if character == "\t" else printable(shown, encoding)
        for character, shown in zip(text, letters(text), strict=True)
    ]


def _width(cells: list[str]) -> int:
    return sum(map(_cell_width, cells))


def _cell_width(cell: str) -> int:
    if len(cell) != 1:
        return len(cell)
    if unicodedata.category(cell) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(cell) in ("W", "F") else 1
