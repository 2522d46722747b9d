"""A chapter as it says itself: header, outline, and body with holes for what the book decides."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from epubforge.source import SourceFile, Span


@dataclass(frozen=True, slots=True)
class MarkdownSettings:
    """What the Markdown step needs to know of the book; part of the memo's key."""

    language: str
    """The book's main language, a BCP 47 tag."""
    smart: bool = True
    """Typographic quotes, dashes and ellipses."""


@dataclass(frozen=True, slots=True)
class Header:
    """A chapter's header; None and False mean that it says nothing."""

    title: str | None = None
    type: str | None = None
    language: str | None = None
    toc: bool = True
    linear: bool = True
    draft: bool = False
    css_class: str | None = None
    span: Span | None = None
    """The whole header with its fences, where there is one."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; its id is unique in its chapter."""

    level: int
    id: str
    text: str
    """Plain text, white space folded; for contents and links."""
    span: Span


@dataclass(frozen=True, slots=True)
class PictureUse:
    """A picture in the text. Its slot in the body has its index in the outline."""

    target: str
    """The destination as the manuscript has it, neither decoded nor resolved."""
    alt: str
    decorative: bool
    span: Span
    from_html: bool = False


@dataclass(frozen=True, slots=True)
class LinkUse:
    """A link in the text that is not plainly external. Its slot has its index in the outline."""

    target: str
    """The destination as the manuscript has it: `#id`, `02-x.md#id`, `notes/x.md`, ..."""
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Anchor:
    """An id that a link can lead to: of a heading, a block, a span, a figure."""

    id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Outline:
    """What the rest of the book may need to know of a chapter: small, cheap to keep and to send."""

    headings: tuple[Heading, ...] = ()
    pictures: tuple[PictureUse, ...] = ()
    links: tuple[LinkUse, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    languages: tuple[str, ...] = ()
    """Languages of passages that differ from the chapter's."""
    features: frozenset[str] = frozenset()
    """Names of the constructs that the chapter uses; the theme keeps its styles by these names."""
    words: int = 0
    first_block: Span | None = None


class SlotKind(Enum):
    """What fills a hole in a body."""

    HREF = "href"
    """` href="…"` for the link of that index, or nothing where it leads nowhere."""
    PICTURE = "picture"
    """` src="…" width="…" height="…"` for the picture of that index."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A typed hole: an attribute, with the blank before it, that only the whole book knows."""

    kind: SlotKind
    index: int


@dataclass(frozen=True, slots=True)
class Document:
    """One chapter, parsed and rendered as far as it can be by itself."""

    source: SourceFile
    header: Header
    outline: Outline
    body: tuple[str | Slot, ...] = field(repr=False)
    """Well-formed XHTML in pieces: what stands inside the page's `<section>`. Slots hold no line
    end, so that line numbers inside the body do not depend on what fills them."""
    lines: tuple[tuple[int, int], ...] = field(default=(), repr=False)
    """Where blocks begin: (0-based line of the body, 1-based line of the manuscript), ascending."""
