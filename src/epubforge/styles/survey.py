"""A stylesheet as its rules ask for it: what it declares, points to, and where it is broken."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Declaration:
    """A property that is given a value, where it stands (line and column from 1)."""

    name: str
    value: str
    """Where it is a single word; else empty."""
    line: int
    column: int
    in_font_face: bool = False


@dataclass(frozen=True, slots=True)
class Address:
    """An address in a stylesheet."""

    text: str
    line: int
    column: int
    property: str
    """The property whose value it is; `@import` for another stylesheet."""
    in_font_face: bool = False


@dataclass(frozen=True, slots=True)
class CssFault:
    """What breaks the grammar."""

    reason: str
    line: int
    column: int


@dataclass(slots=True)
class Sheet:
    """What was read of a stylesheet or of the text of a style attribute."""

    declarations: list[Declaration] = field(default_factory=list)
    addresses: list[Address] = field(default_factory=list)
    faults: list[CssFault] = field(default_factory=list)
    classes: list[tuple[str, int, int]] = field(default_factory=list)
    """The names of classes in its selectors, with line and column."""
    empty_font_faces: list[tuple[int, int]] = field(default_factory=list)
    font_faces: list[tuple[int, int]] = field(default_factory=list)
    charset: str | None = None
    """The encoding that it says it is written in."""
