"""A leaf: one page of the laid-out book before it has its number and its side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from epubforge.model.book import Page
from epubforge.model.fixed import Side
from epubforge.model.publication import LineMap

Kind = Literal["text", "plate", "picture", "blank", "contents"]


@dataclass(frozen=True, slots=True)
class Leaf:
    """What stands on a page, and where it wants to be."""

    page: Page
    """The page of the flowing book that it is of; of a blank: that which follows."""
    markup: str
    section: Mapping[str, str]
    """The attributes of the section around it."""
    kind: Kind = "text"
    ids: tuple[str, ...] = ()
    first: bool = True
    """It is the first leaf of its page."""
    opens: Side | None = None
    """The side that it must stand on."""
    lines: tuple[int, ...] = ()
    """For each line of the markup the line of the flowing page that it comes from."""
    origin: LineMap | None = None
    """Of the flowing page."""
    classes: tuple[str, ...] = ()
    """Of the body."""
    is_picture_only: bool = False
    """No word stands on it."""
