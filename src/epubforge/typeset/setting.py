"""What a chapter is set for: the frame of its pages, its fonts, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from epubforge.fonts.face import Face
from epubforge.language.direction import Direction


@dataclass(frozen=True, slots=True)
class Setting:
    """The text area and what is around it. Lengths are CSS pixels."""

    width: float
    """Of the frame that the text stands in."""
    height: float
    size: float
    """Of letters: the font size of `html`, which `rem` and `100%` are."""
    language: str
    faces: tuple[Face, ...]
    """The embedded faces; the first family is the text's."""
    direction: Direction = "ltr"
    pictures: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    """Width and height of pictures by their `src`; else their attributes are asked."""
    viewport: tuple[float, float] | None = None
    """Of the whole page, for media queries; the frame's where it is not said."""
    html: Mapping[str, str] = field(default_factory=dict)
    """Attributes of `html`."""
    body: Mapping[str, str] = field(default_factory=dict)
    """Attributes of `body`."""
    section: Mapping[str, str] = field(default_factory=dict)
    """Attributes of the section that holds the text: `class`, `epub:type`, …."""
