"""A book of fixed pages: what its package says besides what every book's does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from epubforge.model.book import Landmark, PageMark, PlacedPicture, TocEntry
from epubforge.model.profile import Spread, Viewport
from epubforge.model.publication import Resource

Side = Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class FixedPage:
    """A page in reading order."""

    href: str
    side: Side
    title: str
    linear: bool = True


@dataclass(frozen=True, slots=True)
class FixedBook:
    """The pages of a book laid out, and everything that leads to them."""

    viewport: Viewport
    spread: Spread
    pages: tuple[FixedPage, ...]
    resources: tuple[Resource, ...]
    """The pages and the stylesheet."""
    toc: tuple[TocEntry, ...]
    landmarks: tuple[Landmark, ...]
    page_marks: tuple[PageMark, ...]
    pictures: tuple[PlacedPicture, ...]
    """Those that are left: a picture that lies across two pages is there as its halves."""
