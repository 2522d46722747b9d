"""A proof: one edition of a book as it is looked at before it is printed, all in memory."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from epubforge.model.book import Landmark, PageMark, TocEntry
from epubforge.model.publication import LineMap


@dataclass(frozen=True, slots=True)
class Leaf:
    """A resource of the publication that is served."""

    href: str
    """From the package document; of a finished EPUB, from the root of the container."""
    media_type: str
    digest: str
    """Of its bytes: what has the same digest need not be fetched again."""
    size: int
    """Bytes."""
    read: Callable[[], bytes] = field(repr=False, compare=False)
    """Its bytes. Raises OSError where the file that holds them is gone."""
    origin: LineMap | None = field(default=None, repr=False, compare=False)
    words: int = 0
    pixels: tuple[int, int] | None = None
    """Width and height of a picture, where they are known."""


@dataclass(frozen=True, slots=True)
class SpinePage:
    """A page in reading order."""

    leaf: Leaf
    title: str
    linear: bool
    properties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FrameSize:
    """What the pages of a fixed layout are drawn in."""

    width: int
    height: int
    spread: str


@dataclass(frozen=True, slots=True)
class Card:
    """What shops show of a book's accessibility: schema.org's properties."""

    modes: tuple[str, ...]
    sufficient: tuple[str, ...]
    features: tuple[str, ...]
    hazards: tuple[str, ...]
    summary: str
    conforms_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proof:
    """All that a viewer can ask of an edition."""

    title: str
    language: str
    direction: str
    """Which way the pages turn."""
    leaves: Mapping[str, Leaf]
    spine: tuple[SpinePage, ...]
    toc: tuple[TocEntry, ...]
    landmarks: tuple[Landmark, ...] = ()
    pages: tuple[PageMark, ...] = ()
    frame: FrameSize | None = None
    """None: the text flows."""
    card: Card | None = None

    @property
    def layout(self) -> str:
        """In the words of `rendition:layout`, near enough."""
        return "fixed" if self.frame else "reflowable"
