"""What is known about a book that is not prose."""

from __future__ import annotations

from dataclasses import dataclass, field

from epubforge.source import Span

CREATOR_ROLES = frozenset({"art", "aut", "cmp", "com", "cre", "ill", "pht", "pro"})
"""Relators of those who are named as creators; all others are contributors. Where the border
lies is the publisher's choice: https://www.w3.org/TR/epub-33/#sec-opf-dccreator"""


@dataclass(frozen=True, slots=True)
class Contributor:
    """A person or body that made the book; roles are MARC relator codes, the first counts most."""

    name: str
    roles: tuple[str, ...] = ("aut",)
    file_as: str | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """What the book is about: a text, and its code in a scheme where there is one."""

    text: str
    scheme: str | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """The series that the book belongs to."""

    name: str
    position: str | None = None


@dataclass(frozen=True, slots=True)
class PrintEdition:
    """The printed twin."""

    isbn: str | None = None
    pages: int | None = None
    trim: str | None = None
    binding: str | None = None
    price: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """What a person who examined the book says that it conforms to."""

    conforms_to: str
    """Letter by letter as the standard writes it: `EPUB Accessibility 1.1 - WCAG 2.2 Level AA`."""
    certified_by: str
    credential: str | None = None
    report: str | None = None
    """An address of the web."""
    date: str | None = None
    """When it was examined: a year, a month or a day."""
    span: Span | None = field(default=None, compare=False)
    """Where it is said."""

    @property
    def level(self) -> str:
        """Of WCAG: A, AA or AAA."""
        return self.conforms_to.rpartition(" ")[2]


@dataclass(frozen=True, slots=True)
class AccessibilityStatement:
    """What a person says of the book's accessibility; the rest is computed from the book."""

    summary: str | None = None
    hazards: tuple[str, ...] = ()
    exemption: str | None = None
    """Why the law does not ask for an accessible book, in the word of EPUB's vocabulary."""
    contact: str | None = None
    """Whom readers ask about the book's accessibility: a postal or e-mail address, or one of the
    web."""
    claim: Claim | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """The book's metadata, checked and normalised at the door."""

    title: str
    languages: tuple[str, ...]
    """BCP 47 tags in their standard form; the first is the main one."""
    identifier: str
    """The unique identifier as it stands in the package: `urn:isbn:…`, `urn:uuid:…`, …"""
    subtitle: str | None = None
    original_title: str | None = None
    isbn: str | None = None
    """Thirteen digits."""
    isbn_shown: str | None = None
    """The ISBN as the publisher wrote it."""
    contributors: tuple[Contributor, ...] = ()
    publisher: str | None = None
    published: str | None = None
    """`CCYY`, `CCYY-MM` or `CCYY-MM-DD`."""
    modified: str | None = None
    """`CCYY-MM-DDThh:mm:ssZ`, where the settings say it."""
    edition: str | None = None
    description: str | None = None
    rights: str | None = None
    subjects: tuple[Subject, ...] = ()
    series: Series | None = None
    direction: str = "ltr"
    """Which way the pages turn."""
    writing_mode: str = "horizontal-tb"
    """`vertical-rl`: lines run from top to bottom, the first one on the right."""
    price: str | None = None
    print: PrintEdition | None = None
    accessibility: AccessibilityStatement = AccessibilityStatement()

    @property
    def language(self) -> str:
        """The main language."""
        return self.languages[0]

    @property
    def text_direction(self) -> str:
        """Which way lines run: in vertical writing it is the pages alone that turn rtl."""
        return "ltr" if self.writing_mode == "vertical-rl" else self.direction

    @property
    def creators(self) -> tuple[Contributor, ...]:
        """Who made the book in the first place; the first contributor where nobody says so."""
        makers = tuple(c for c in self.contributors if c.roles[0] in CREATOR_ROLES)
        return makers or self.contributors[:1]
