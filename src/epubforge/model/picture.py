"""A picture: as a file of the project, as a use it can be put to, and prepared for the book."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from epubforge.diagnostics import Rule
from epubforge.source import Span

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
    """A row of the caption table. Texts are inline Markdown, but `alt`, which is plain."""

    file: str
    span: Span
    caption: str = ""
    alt: str = ""
    decorative: bool = False
    credit: str = ""
    rights: str = ""
    date: str = ""
    place: str = ""
    people: tuple[str, ...] = ()
    group: str = ""
    caption_span: Span | None = None
    """Where the caption itself stands; None: nowhere but in the row."""
    credit_span: Span | None = None
