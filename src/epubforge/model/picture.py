"""A picture: as a file of the project, as a use it can be put to, and prepared for the book."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from epubforge.diagnostics import Rule
from epubforge.source import Span

Spread = Literal["auto", "left", "right", "double"]
"""In a fixed layout: where there is room, on a left or a right page, or across both."""
EXTENSIONS = {
    "image/jpeg": ".jpg", "image/png": ".png", "image/gif": ".gif", "image/webp": ".webp",
    "image/svg+xml": ".svg",
}  # fmt: skip
"""The pictures that a book can hold, and the endings of their names in it."""


@dataclass(frozen=True, slots=True)
class PictureSettings:
    """What the place where a picture is used says of this one; else the policy of all counts."""

    quality: int | None = None
    """Of JPEG, 1 to 100."""
    keep: bool = False
    """Its pixels stay as they are, however many; only private metadata goes."""

    def __str__(self) -> str:
        """Short, and different for different settings; empty where nothing is said."""
        quality = "" if self.quality is None else f" at quality {self.quality}"
        return f"{quality}{' as it is' if self.keep else ''}"


NO_SETTINGS = PictureSettings()


@dataclass(frozen=True, slots=True)
class PictureSource:
    """A picture file of the project; not opened yet."""

    path: str
    """From the project's root, with `/`, as the disk spells it."""
    location: Path
    """The real file, inside the root, or in a shared folder."""
    bytes: int
    modified: int
    """Nanoseconds; with `bytes`, only to skip reading again what was read before."""
    settings: PictureSettings = NO_SETTINGS

    @property
    def key(self) -> str:
        """The name of what is made of it: the path, and what is set for this use of it."""
        return f"{self.path}{self.settings}"


@dataclass(frozen=True, slots=True)
class PicturePolicy:
    """What a picture of the book may be; part of the memo's key."""

    max_pixels: int = 3_800_000
    """Of each picture, width × height."""
    quality: int = 85
    progressive: bool = False
    keep: tuple[str, ...] = ("copyright",)
    """Kinds of picture metadata that may stay: `copyright`, `credit`."""
    alpha: bool = True
    """Transparent pictures stay; else they are laid on the paper."""
    paper: tuple[int, int, int] = (255, 255, 255)
    """The colour of the page: red, green, blue."""
    redraw: bool = False
    """Pictures are drawn anew even where they fit as they are: to become lighter."""
    fast: bool = False
    """JPEGs are scaled by libvips: other bytes, in less time."""
    max_bytes: int | None = None
    """What is heavier is drawn with a lower quality."""
    page: tuple[int, int] | None = None
    """Width and height that none may be larger than: those of a fixed page."""

    def most_pixels(self, width: int, height: int, pages: int = 1) -> int:
        """The most pixels that a picture of that shape may have; it may lie across two pages."""
        most = pages * self.max_pixels
        if self.page is None:
            return most
        scale = min(pages * self.page[0] / width, self.page[1] / height)
        if scale >= 1:
            return most
        return min(most, max(1, int(width * scale)) * max(1, int(height * scale)))


@dataclass(frozen=True, slots=True)
class BookLimit:
    """How heavy the whole book may be, and where the author says so."""

    bytes: int
    span: Span


@dataclass(frozen=True, slots=True)
class Remark:
    """What is to be said of a picture wherever it is used."""

    rule: Rule
    message: str
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture ready for the book."""

    digest: str
    """Of the bytes that go into the book: equal pictures have equal digests."""
    media_type: str
    width: int
    height: int
    content: Path | bytes = field(repr=False)
    """The bytes, or a file that holds them: the original where nothing had to change."""
    remarks: tuple[Remark, ...] = ()

    @property
    def extension(self) -> str:
        """The ending of its name in the book."""
        return EXTENSIONS[self.media_type]


@dataclass(frozen=True, slots=True)
class BrokenPicture:
    """A picture that cannot go into the book, and why."""

    remark: Remark


Prepared = Picture | BrokenPicture


@dataclass(frozen=True, slots=True)
class Caption:
    """A row of the caption table.

    `caption`, `longdesc`, `credit`, `rights` and `notice` are inline Markdown, in paragraphs where
    empty lines part them; the other texts are plain.
    """

    file: str
    span: Span
    caption: str = ""
    alt: str = ""
    decorative: bool = False
    longdesc: str = ""
    credit: str = ""
    rights: str = ""
    date: str = ""
    place: str = ""
    people: tuple[str, ...] = ()
    """`Given Surname`, or `Surname, Given` for an index by surnames."""
    spread: Spread = "auto"
    """Where it stands in a fixed layout; a reflowable book has no spreads."""
    group: str = ""
    """The heading of the section that it belongs to."""
    withheld: bool | tuple[str, ...] = False
    """In all editions, in those of these names, or in none."""
    notice: str = ""
    """What stands in the place of a withheld picture, instead of the book's own words."""
    inscribed: bool = False
    """There is no row of a table: the picture's file says all this of itself."""
    spans: Mapping[str, Span] = field(default_factory=dict, compare=False)
    """Where the value of each key that the row has stands, by the key's name."""

    def at(self, key: str) -> Span:
        """Where a key's value stands; the whole row where it has none."""
        return self.spans.get(key, self.span)
