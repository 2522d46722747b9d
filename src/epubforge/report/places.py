"""The place of a finding, from offsets to file, line and column."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from epubforge.diagnostics import Diagnostic
from epubforge.source import EntryPlace, Position, SourceFile, Span


@dataclass(frozen=True, slots=True)
class Location:
    """A place as it is reported: lines and columns from 1, the end exclusive."""

    file: str
    start: Position | None = None
    """None: the file as a whole is meant."""
    end: Position | None = None
    page: str | None = None
    """The entry of the EPUB, where one is known."""
    is_inside: bool = False
    """Line and column count in that entry, not in the file."""


def locate(diagnostic: Diagnostic) -> Location:
    """Where a finding is: in the manuscript, or in an entry of a finished EPUB."""
    match diagnostic.place:
        case Span(source, start, end):
            return Location(
                source.path,
                position_in(source, start),
                position_in(source, max(start, end)),
                diagnostic.page,
            )
        case EntryPlace(book, entry, line, column):
            start_of = None if line is None else Position(line, column or 1)
            return Location(book, start_of, None, diagnostic.page or entry, is_inside=True)


def position_in(source: SourceFile, offset: int) -> Position:
    """As `source.position`, but quick for many places in one long file."""
    starts = _line_starts(source)
    offset = min(max(offset, 0), len(source.text))
    line = bisect_right(starts, offset)
    return Position(line, offset - starts[line - 1] + 1)


@lru_cache(maxsize=4)
def _line_starts(source: SourceFile) -> list[int]:
    starts = [0]
    while (end := source.text.find("\n", starts[-1])) >= 0:
        starts.append(end + 1)
    return starts
