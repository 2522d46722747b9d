"""What a chapter is before it is cut into pages: boxes that open and close, and lines in them."""

from __future__ import annotations

from dataclasses import dataclass

from epubforge.styles.tree import Element
from epubforge.typeset.lines import SetLine
from epubforge.typeset.style import Style


@dataclass(frozen=True, slots=True)
class Sides:
    """CSS pixels at the four sides."""

    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    left: float = 0.0

    @property
    def across(self) -> float:
        """Left and right."""
        return self.left + self.right


@dataclass(eq=False, slots=True)
class Box:
    """A block: where it stands in its parent, and what it holds."""

    element: Element
    style: Style
    margin: Sides
    padding: Sides
    border: Sides
    width: float
    """Of its content."""
    kind: str = "block"
    """`block`, `leaf` (lines alone), `table`, `rows`, `cell`, `whole` (no content), `picture`."""
    extra: str = ""
    """Further declarations of its own."""
    names: str = ""
    item: int | None = None
    """The number of the first item of an ordered list, or the item's own."""
    indent: float = 0.0
    """Of its first line."""
    before: float = 0.0
    """Height of what the stylesheet draws before its content."""
    columns: str = ""
    """Of a table: its columns, said again on each page."""
    head: str = ""
    """Of a table: its head rows, said again on each page."""
    head_height: float = 0.0
    top: float = 0.0
    """Margin above it that is left after collapsing."""
    bottom: float = 0.0

    @property
    def above(self) -> float:
        """Border, padding and what is drawn above its content."""
        return self.border.top + self.padding.top + self.before

    @property
    def below(self) -> float:
        """Border and padding below its content."""
        return self.border.bottom + self.padding.bottom


@dataclass(frozen=True, slots=True)
class Opened:
    """A box begins."""

    box: Box


@dataclass(frozen=True, slots=True)
class Closed:
    """A box ends."""

    box: Box


@dataclass(frozen=True, slots=True)
class Unseen:
    """Markup that takes no room."""

    markup: str
    line: int
    ids: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()


@dataclass(eq=False, slots=True)
class Slice:
    """What no page end can cut: a line, a row, a picture."""

    set: SetLine
    box: Box
    number: int
    """Which slice of its box it is, from 0."""
    is_picture: bool = False
    has_words: bool = True
    top: float = 0.0
    bottom: float = 0.0
    start: float = 0.0
    """Where a page begins whose first slice this is, in the galley's measure."""
    end: float = 0.0
    """Where a page ends whose last slice this is."""
    at: int = 0
    """Its place among the events."""
    of: int = 1
    """How many slices its box has."""


Event = Opened | Closed | Unseen | Slice
