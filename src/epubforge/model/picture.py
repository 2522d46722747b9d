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


@dataclass(frozen=True, slots=True)
class PicturePolicy:
    """What a picture of the book may be; part of the memo's key."""

    max_pixels: int = 3_800_000
    """Kobo's limit, and below every other shop's."""
    quality: int = 85
    progressive: bool = False
    keep: tuple[str, ...] = ("copyright",)
    """Kinds of picture metadata that may stay: `copyright`, `credit`."""


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
        return {"image/jpeg": ".jpg", "image/png": ".png", "image/gif": ".gif",
                "image/svg+xml": ".svg"}[self.media_type]  # fmt: skip


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
