"""Where in the manuscript: a source file, a span of it, and the line and column of a place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A text of the project: its path from the project's root (always with `/`) and its text.

    The text has `\\n` line ends, no byte-order mark, and no character that XML forbids.
    """

    path: str
    text: str = field(repr=False)

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The stretch from start to end, in code points; an empty one where no end is given."""
        return Span(self, start, start if end is None else end)

    def line_span(self, line: int) -> Span:
        """The whole of a 1-based line without its line end; the end of the text for later lines."""
        start = 0
        for _ in range(line - 1):
            following = self.text.find("\n", start)
            if following < 0:
                return self.span(len(self.text))
            start = following + 1
        end = self.text.find("\n", start)
        return self.span(start, len(self.text) if end < 0 else end)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a source file, from offset start up to, not including, offset end."""

    source: SourceFile
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class EntryPlace:
    """A place inside a finished EPUB: the book's path, the entry's name, and where in it.

    Line and column are 1-based; None where the entry as a whole, or the container, is meant.
    """

    book: str
    entry: str | None = None
    line: int | None = None
    column: int | None = None


class Position(NamedTuple):
    """A 1-based line and column; columns count Unicode code points."""

    line: int
    column: int


def position(source: SourceFile, offset: int) -> Position:
    """The line and column of an offset; offsets beyond the text mean its end."""
    offset = min(max(offset, 0), len(source.text))
    start_of_line = source.text.rfind("\n", 0, offset) + 1
    return Position(source.text.count("\n", 0, offset) + 1, offset - start_of_line + 1)
