"""A parsed XML document: its elements in the order of the text, by name, and its first fault."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from epubforge.source import Position
from epubforge.tree.names import SVG, XHTML


class Element:
    """An element: its full name, its attributes by full name, and what stands in it."""

    __slots__ = ("at", "attributes", "content", "name", "order", "parent")

    def __init__(
        self, name: str, attributes: dict[str, str], parent: Element | None, at: int, order: int
    ) -> None:
        self.name = name
        self.attributes = attributes
        self.parent = parent
        self.content: list[Element | str] = []
        """Elements, and the texts between them in one or more pieces."""
        self.at = at
        """Where its start tag begins, in bytes."""
        self.order = order
        """Its number among the document's elements."""

    @property
    def local(self) -> str:
        """The name without its namespace."""
        return self.name.rpartition(" ")[2]

    def get(self, name: str, default: str = "") -> str:
        """An attribute's value."""
        return self.attributes.get(name, default)

    def tokens(self, name: str) -> list[str]:
        """An attribute's value as words."""
        value = self.attributes.get(name)
        return value.split() if value else []

    def children(self) -> Iterator[Element]:
        """The elements directly inside."""
        return (each for each in self.content if not isinstance(each, str))

    def ancestors(self) -> Iterator[Element]:
        """The elements around it, from the inside out."""
        around = self.parent
        while around is not None:
            yield around
            around = around.parent

    def inside(self, *names: str) -> Element | None:
        """The nearest element around it that has one of these names."""
        return next((each for each in self.ancestors() if each.name in names), None)

    def descendants(self) -> Iterator[Element]:
        """The elements inside, in the order of the text."""
        waiting = [each for each in reversed(self.content) if not isinstance(each, str)]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += [each for each in reversed(element.content) if not isinstance(each, str)]

    def text(self) -> str:
        """All text inside, as it stands."""
        content = self.content
        if not content:
            return ""
        if len(content) == 1 and isinstance(content[0], str):
            return content[0]
        pieces: list[str] = []
        waiting: list[Element | str] = [self]
        while waiting:
            each = waiting.pop()
            if isinstance(each, str):
                pieces.append(each)
            else:
                waiting += reversed(each.content)
        return "".join(pieces)


_DEEP = 50
"""Elements inside each other from which on nobody looks outwards from each one by itself."""
_MILESTONE = 1 << 12
"""Bytes of a line between two places whose columns are kept."""
_INSIDE_CHARACTERS = bytes(range(0x80, 0xC0))
"""Bytes that go on with a character of UTF-8."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What makes a text no XML, or no XML that is read, and where it was noticed."""

    reason: str
    at: int


@dataclass(frozen=True, slots=True)
class Doctype:
    """A document type declaration."""

    name: str
    public: str | None
    system: str | None
    at: int


@dataclass(frozen=True, slots=True)
class Instruction:
    """A processing instruction."""

    target: str
    content: str
    at: int


@dataclass(slots=True)
class Document:
    """A document as far as it was read; complete where it has no fault."""

    name: str
    """Of the entry that it was read from."""
    content: bytes = field(repr=False)
    encoding: str
    elements: list[Element] = field(default_factory=list)
    """All of them, in the order of the text."""
    named: dict[str, list[Element]] = field(default_factory=dict)
    """The elements of each full name."""
    fault: Fault | None = None
    version: str = "1.0"
    """Of XML, as it is declared."""
    declared_encoding: str | None = None
    doctype: Doctype | None = None
    instructions: list[Instruction] = field(default_factory=list)
    external_entities: list[tuple[str, int]] = field(default_factory=list)
    namespaces: list[tuple[str | None, str, int]] = field(default_factory=list)
    """Prefix, namespace and place of every declaration."""
    deepest: int = 0
    """How many elements stand inside each other at most."""
    is_repaired: bool = False
    """It has bytes that are no UTF-8, in whose places readers see U+FFFD."""
    is_too_large: bool = False
    """It was not read to its end: it has more elements than any book's page."""
    excess: str = ""
    """What it has too much of, where it is too large."""
    _lines: list[int] = field(default_factory=list, repr=False)
    _milestones: dict[int, list[int]] = field(default_factory=dict, repr=False)
    _around: dict[tuple[str, ...], list[Element | None]] = field(default_factory=dict, repr=False)

    @property
    def root(self) -> Element | None:
        """The outermost element."""
        return self.elements[0] if self.elements else None

    def around(self, element: Element, *names: str) -> Element | None:
        """The nearest element around one that has one of these names.

        In a deep document all are found in one walk, when the first is asked for.
        """
        if self.deepest < _DEEP:
            return element.inside(*names)
        if names not in self._around:
            self._around[names] = _nearest(self.elements, frozenset(names))
        return self._around[names][element.order]

    def let_go(self) -> None:
        """Untie its elements, which know each other, so that they are gone when it is."""
        self._around.clear()
        for element in self.elements:
            element.parent = None

    def html(self, *names: str) -> list[Element]:
        """The XHTML elements of these local names; of several names, one name after another."""
        named = self.named
        if len(names) == 1:
            return named.get(f"{XHTML} {names[0]}", [])
        return [each for name in names for each in named.get(f"{XHTML} {name}", ())]

    def svg(self, *names: str) -> list[Element]:
        """The SVG elements of these local names."""
        return [each for name in names for each in self.named.get(f"{SVG} {name}", ())]

    def position(self, at: int) -> Position:
        """The line and column of a byte of the text."""
        if not self._lines:
            self._lines = _line_starts(self.content, self.encoding)
        line = bisect_right(self._lines, at)
        return Position(line, self._characters(self._lines[line - 1], at) + 1)

    def _characters(self, start: int, at: int) -> int:
        """How many characters stand between a line's first byte and another; in long lines they
        are counted once, with milestones on the way."""
        whole = (at - start) // _MILESTONE
        before = self._counted(start, whole)[whole]
        return before + self._length(start + whole * _MILESTONE, at)

    def _counted(self, start: int, miles: int) -> list[int]:
        """The characters of a line up to each of its milestones, so many at least."""
        counted = self._milestones.setdefault(start, [0])
        while len(counted) <= miles:
            mile = start + (len(counted) - 1) * _MILESTONE
            counted.append(counted[-1] + self._length(mile, mile + _MILESTONE))
        return counted

    def _length(self, start: int, end: int) -> int:
        """The characters that begin in a stretch of bytes."""
        piece = self.content[start:end]
        if self.encoding == "utf-8":
            return len(piece.translate(None, _INSIDE_CHARACTERS))
        return len(piece.decode(self.encoding, "ignore"))

    def byte(self, line: int, column: int) -> int:
        """The byte of a line and column of the text."""
        self.position(0)
        number = min(line, len(self._lines))
        start = self._lines[number - 1]
        end = self._lines[number] if number < len(self._lines) else len(self.content)
        counted = self._counted(start, (end - start) // _MILESTONE)
        whole = max(0, bisect_left(counted, column) - 1)
        mile = start + whole * _MILESTONE
        piece = self.content[mile : min(mile + 2 * _MILESTONE, end)]
        if self.encoding == "utf-8":
            mile += len(piece) - len(piece.lstrip(_INSIDE_CHARACTERS))
        text = piece.decode(self.encoding, "ignore")
        rest = text[: column - 1 - counted[whole]]
        return mile + len(rest.encode(self.encoding, "replace"))


def _nearest(elements: list[Element], names: frozenset[str]) -> list[Element | None]:
    """For each element the nearest one around it of these names; outer ones come first."""
    found: list[Element | None] = []
    for element in elements:
        outer = element.parent
        if outer is None or outer.name in names:
            found.append(outer)
        else:
            found.append(found[outer.order])
    return found


def _line_starts(content: bytes, encoding: str) -> list[int]:
    line_end = "\n".encode(encoding)
    starts, at = [0], 0
    while (at := content.find(line_end, at)) >= 0:
        at += len(line_end)
        starts.append(at)
    return starts
