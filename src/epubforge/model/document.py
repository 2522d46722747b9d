"""A chapter as it says itself: header, outline, and body with holes for what the book decides."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Literal

from epubforge.diagnostics import Ignore
from epubforge.model.picture import NO_SETTINGS, PictureSettings
from epubforge.source import SourceFile, Span

NotesPlace = Literal["chapter", "book"]
NumberedKind = Literal["figure", "table", "equation", "listing"]
ListKind = Literal[
    "contents", "figures", "tables", "plates", "credits", "people", "places", "index",
    "bibliography",
]  # fmt: skip
MediaKind = Literal["audio", "video"]


@dataclass(frozen=True, slots=True)
class MarkdownSettings:
    """What the Markdown step needs to know of the book; part of the memo's key."""

    language: str
    """The book's main language, a BCP 47 tag."""
    smart: bool = True
    """Typographic quotes, dashes and ellipses."""
    edition: str = ""
    """The edition that is built; empty for the main one."""
    variables: tuple[tuple[str, str], ...] = ()
    """`{{name}}` and what stands for it: the metadata's and the author's own."""
    notes: NotesPlace = "chapter"
    """Where footnotes stand."""
    citations: bool = False
    """Whether the project has a bibliography, so that `[@key]` is a citation."""
    includes: tuple[tuple[str, SourceFile], ...] = ()
    """What `{{include …}}` may bring in: paths from the project's root, and their texts."""
    refused: tuple[tuple[str, str], ...] = ()
    """What it may not: the path, and why; `lies outside the project`, `is not there; did you …`."""
    editions: tuple[str, ...] = ()
    """All editions that the settings name, for `::: only` and `::: except`."""


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
    numbered: bool = True
    """False: the chapter has no number where chapters are numbered."""
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
    settings: PictureSettings = NO_SETTINGS


@dataclass(frozen=True, slots=True)
class LinkUse:
    """A link in the text that is not plainly external. Its slot has its index in the outline."""

    target: str
    """The destination as the manuscript has it: `#id`, `02-x.md#id`, `notes/x.md`, ..."""
    text: str
    span: Span
    writes_itself: bool = False
    """An empty text, `[](#fig-x)`: the book fills in "Figure 3" or the heading's words."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """Something with a number of its own and a caption. Its slot is in the caption."""

    kind: NumberedKind
    id: str
    """Its anchor; made where the author gave none."""
    caption: str
    """Plain text; empty for an equation."""
    span: Span


@dataclass(frozen=True, slots=True)
class PrintPage:
    """Where a page of the printed twin begins: `{{page 24}}`."""

    label: str
    id: str
    span: Span


@dataclass(frozen=True, slots=True)
class IndexTerm:
    """A mark for the index: `{{index Mines!Irmino}}` is the path ("Mines", "Irmino")."""

    path: tuple[str, ...]
    id: str
    """Where it leads to; empty for a mere "see"."""
    span: Span
    see: str = ""
    see_also: str = ""


@dataclass(frozen=True, slots=True)
class MadeList:
    """A list that the book makes: `{{figures}}`. Its slot stands where a block may."""

    kind: ListKind
    span: Span


@dataclass(frozen=True, slots=True)
class Citation:
    """`[@key, p. 3]` as it is written, without the brackets; for the citations' own parser."""

    text: str
    span: Span
    """From the bracket to behind the other one."""


@dataclass(frozen=True, slots=True)
class MediaUse:
    """Sound or film in the text. Its slot in the body has its index in the outline."""

    kind: MediaKind
    target: str
    text: str
    """What is said in its place where it cannot be played."""
    span: Span


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote that stands at the end of the book, not in its chapter."""

    id: str
    """Unique in its chapter; so are the ids of the places that call it, `uses`."""
    uses: tuple[str, ...]
    body: tuple[str | Slot, ...] = field(repr=False)
    """What stands inside the note's `<aside>`, without its number and the ways back."""
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
    numbered: tuple[Numbered, ...] = ()
    print_pages: tuple[PrintPage, ...] = ()
    terms: tuple[IndexTerm, ...] = ()
    lists: tuple[MadeList, ...] = ()
    citations: tuple[Citation, ...] = ()
    media: tuple[MediaUse, ...] = ()
    notes: tuple[Note, ...] = ()
    """Only where notes stand at the end of the book."""
    ignores: tuple[Ignore, ...] = ()
    """`<!-- epubforge: ignore A004 -->`: what is passed over in the block below."""


class SlotKind(Enum):
    """What fills a hole in a body."""

    HREF = "href"
    """` href="…"` for the link of that index, or nothing where it leads nowhere."""
    PICTURE = "picture"
    """` src="…" width="…" height="…"` for the picture of that index."""
    MEDIA = "media"
    """` src="…"` for the sound or film of that index."""
    REFERENCE = "reference"
    """The text of the link of that index, which writes itself."""
    LABEL = "label"
    """"Figure 3" for the numbered thing of that index; nothing where it has no number."""
    LIST = "list"
    """The made list of that index, as a block in one line."""
    CITATION = "citation"
    """The citation of that index, as inline markup."""
    NOTE_HREF = "note-href"
    """` href="…"` to the note of that index at the end of the book."""
    NOTE_NUMBER = "note-number"
    """The number of the note of that index at the end of the book."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A typed hole: an attribute with the blank before it, or text, that only the book knows."""

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
    brought: tuple[tuple[int, SourceFile, int], ...] = field(default=(), repr=False)
    """Those of these lines of the body where a block of an included text begins: the text, and the
    line in it. Among `lines` they belong to the line that includes it."""
