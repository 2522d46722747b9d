"""Lines of a page and its elements: which block came from which line of the manuscript."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from epubforge.model.publication import LineMap
from epubforge.tree.document import Document
from epubforge.tree.parse import parse

Block = tuple[int, str, int]
"""The number of an element in the order of the document, a file of the project, a line of it."""


@dataclass(frozen=True, slots=True)
class PagePlaces:
    """One page, asked for the elements at its lines."""

    document: Document
    lines: tuple[int, ...]
    """The line at which each element begins, in their order: it ascends."""

    @classmethod
    def of(cls, href: str, content: bytes) -> PagePlaces:
        """A page by its bytes."""
        document = parse(href, content)
        return cls(document, tuple(document.position(e.at).line for e in document.elements))

    def at_line(self, line: int) -> int | None:
        """The first element that begins at a line or after it."""
        at = bisect_left(self.lines, line)
        return at if at < len(self.lines) else None

    def at_place(self, line: int, column: int) -> int | None:
        """The element whose start tag stands at a place, or last before it."""
        if not self.lines:
            return None
        byte = self.document.byte(line, column)
        at = bisect_right(self.document.elements, byte, key=lambda element: element.at) - 1
        return max(at, 0)

    def with_id(self, wanted: str) -> int | None:
        """The element with an id."""
        return next((e.order for e in self.document.elements if e.get("id") == wanted), None)


def blocks_of(places: PagePlaces, origin: LineMap) -> tuple[Block, ...]:
    """Each block with the line of the manuscript that it came from, in the order of the page."""
    return tuple(_blocks(places, origin))


def _blocks(places: PagePlaces, origin: LineMap) -> Iterator[Block]:
    before = -1
    ends = [line for line, _ in origin.lines[1:]] + [1 << 30]
    for (line, source_line), end in zip(origin.lines, ends, strict=True):
        element = places.at_line(line)
        if element is None or element <= before or places.lines[element] >= end or line == 1:
            continue
        before = element
        yield element, origin.source.path, source_line


def element_of_line(places: PagePlaces, origin: LineMap, line: int) -> int | None:
    """The block that a line of the manuscript went into: the one that begins at it or above."""
    best: tuple[int, int] | None = None
    for element, _, source_line in _blocks(places, origin):
        if source_line <= line and (best is None or source_line > best[0]):
            best = (source_line, element)
    return best[1] if best else None
