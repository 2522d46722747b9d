"""Rows of a caption table put into another order; each takes its own comments with it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from epubforge.diagnostics import Replacement
from epubforge.source import SourceFile, Span

_COMMENT = re.compile(r"[ \t]*#[^\n]*")
_HEADER = re.compile(r"[ \t]*\[")
_CLOSING = re.compile(r"[ \t]*,?[ \t]*\}")


def moved(stretches: Sequence[Span], order: Sequence[int]) -> tuple[Replacement, ...]:
    """The replacements that put the stretch `order[n]` in the place of the n-th.

    Stretches are those of one text, in its order, and do not overlap.
    """
    return tuple(
        Replacement(place, taken.source.text[taken.start : taken.end])
        for place, taken in zip(stretches, (stretches[at] for at in order), strict=True)
        if place != taken
    )


def toml_row(row: Span) -> Span:
    """The whole of a row in TOML, whose span ends with its last value.

    A table in braces goes up to its closing brace. A `[[picture]]` has the comments that stand
    directly above and below it, and the one behind its last value.
    """
    text = row.source.text
    if text[row.start : row.start + 1] == "{":
        closing = _CLOSING.match(text, row.end)
        return row.source.span(row.start, closing.end() if closing else row.end)
    return row.source.span(_above(row.source, row.start), _below(row.source, row.end))


def _above(source: SourceFile, start: int) -> int:
    text = source.text
    start = text.rfind("\n", 0, start) + 1
    while start:
        before = text.rfind("\n", 0, start - 1) + 1
        if not _COMMENT.fullmatch(text, before, start - 1):
            break
        start = before
    return start


def _below(source: SourceFile, end: int) -> int:
    """Comments that lead on to another row belong to that one."""
    text = source.text
    end = _end_of_line(text, end)
    last = end
    while last < len(text) and _COMMENT.fullmatch(text, last + 1, _end_of_line(text, last + 1)):
        last = _end_of_line(text, last + 1)
    return end if _HEADER.match(text, last + 1) else last


def _end_of_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end
