"""A proof: one edition of a book as it is looked at before it is printed, all in memory."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from epubforge.inventory.card.card import Card
from epubforge.model.book import Landmark, PageMark, TocEntry
from epubforge.model.project import EditionLayout
from epubforge.model.publication import LineMap, Rendition
from epubforge.source import Span


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
    content: bytes | None = field(default=None, repr=False, compare=False)
    """The same, where they are in memory."""
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
    rendition: Rendition | None = None
    """None: the text flows."""
    card: Card | None = None
    """What shops will say of its accessibility, as `epubforge inspect` tells it."""
    rows: tuple[tuple[Span, str], ...] = field(default=(), compare=False)
    """Rows of the caption table, and the hrefs of their plates."""
    included: Mapping[str, str] = field(default_factory=dict, compare=False)
    """Texts that chapters include, by path, and the href of the first page that shows each."""

    def leaf(self, path: str) -> Leaf | None:
        """The resource of that path, however its accents are encoded."""
        return self.leaves.get(path) or self.leaves.get(unicodedata.normalize("NFC", path))

    @property
    def layout(self) -> EditionLayout:
        """How the pages are shown."""
        return "fixed" if self.rendition else "reflowable"
