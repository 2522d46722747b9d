"""Lines of a page and its elements: which block came from which line of the manuscript.

An element is named by its number in the order of the document, as `querySelectorAll("*")` counts.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from epubforge.model.publication import LineMap
from epubforge.tree.parse import parse

Block = tuple[int, str, int]
"""An element, a file of the project, and a line of it."""


@dataclass(frozen=True, slots=True)
class PageLines:
    """A page that was made here: in its text `<` only ever opens a tag."""

    before: tuple[int, ...]
    """How many elements begin before each line; one more line than there are."""

    @classmethod
    def of(cls, content: bytes) -> PageLines:
        """A page by its bytes."""
        return cls(tuple(accumulate(map(_opened, content.split(b"\n")), initial=0)))

    def first_in(self, start: int, end: int) -> int | None:
        """The first element that begins in the lines from start up to, not including, end."""
        last = len(self.before) - 1
        first, after = (self.before[min(line - 1, last)] for line in (start, end))
        return first if first < after else None


def _opened(line: bytes) -> int:
    """How many elements begin in a line."""
    count = line.count(b"<")
    return count - line.count(b"</") - line.count(b"<!") - line.count(b"<?") if count else 0


def blocks_of(page: PageLines, origin: LineMap) -> tuple[Block, ...]:
    """Each block with the line of the manuscript that it came from, in the order of the page."""
    return tuple(_blocks(page, origin))


def _blocks(page: PageLines, origin: LineMap) -> Iterator[Block]:
    ends = [line for line, _ in origin.lines[1:]] + [1 << 30]
    for (line, source_line), end in zip(origin.lines, ends, strict=True):
        element = page.first_in(line, end) if line > 1 else None
        if element is not None:
            yield element, origin.source.path, source_line


def block_of_line(page: PageLines, origin: LineMap, line: int) -> Block | None:
    """The block that a line of the manuscript went into: it begins at that line, or last above."""
    above = [block for block in _blocks(page, origin) if block[2] <= line]
    return max(above, key=lambda block: (block[2], -block[0]), default=None)


@dataclass(frozen=True, slots=True)
class PageTree:
    """A page of anybody's: every place in it is asked of its tree."""

    starts: tuple[tuple[int, int], ...]
    """The line and column at which each element begins."""

    @classmethod
    def of(cls, href: str, content: bytes) -> PageTree:
        """A page by its bytes; as far as it is well-formed."""
        document = parse(href, content)
        places = (document.position(element.at) for element in document.elements)
        return cls(tuple((place.line, place.column) for place in places))

    def at(self, line: int, column: int) -> int | None:
        """The element that begins at a place, or last before it."""
        at = bisect_right(self.starts, (line, column)) - 1
        return at if at >= 0 else None
