"""A book: everything resolved, nothing drawn yet; ids, hrefs, numbers and labels are final."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from epubforge.model.document import Document, Slot
from epubforge.model.metadata import Metadata
from epubforge.model.picture import Caption, Picture
from epubforge.model.project import CaptionPlace, PlateLayout
from epubforge.source import Span

Matter = Literal["front", "body", "back"]


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A picture with its name in the book."""

    href: str
    """From the package document: `images/plate-001.jpg`."""
    picture: Picture
    source_path: str
    """From the project's root."""


@dataclass(frozen=True, slots=True)
class PlacedMedia:
    """A sound or a film with its name in the book."""

    href: str
    """From the package document: `media/irmino.mp3`."""
    media_type: str
    location: Path
    """The file that is copied as it is."""
    source_path: str
    """From the project's root."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of the manuscript with the fillings of its slots."""

    document: Document
    hrefs: tuple[str | None, ...]
    """For each link of the outline its href, relative to the page; None: it leads nowhere."""
    pictures: tuple[PlacedPicture | None, ...]
    """For each picture of the outline the picture in the book; None: there is none."""
    shows_title: bool = False
    """The page opens with its title: the header has one that the text does not show."""
    media: tuple[str | None, ...] = ()
    """For each sound or film of the outline its href, relative to the page."""
    texts: Mapping[Slot, str] = field(default_factory=dict)
    """What fills each other slot: markup without line ends."""
    number: str = ""
    """"Chapter 2", where the chapter has a number and its title does not say it."""
    number_at: str | None = None
    """The id of the heading that shows the number; None: the title that the page opens with."""


@dataclass(frozen=True, slots=True)
class CoverPage:
    """The cover as a page."""

    picture: PlacedPicture
    alt: str


@dataclass(frozen=True, slots=True)
class TitlePage:
    """The title page, made from the metadata."""


@dataclass(frozen=True, slots=True)
class CopyrightPage:
    """The copyright page, made from the metadata."""


@dataclass(frozen=True, slots=True)
class PartPage:
    """The page that opens a part (or the plates) that has no page of its own."""


@dataclass(frozen=True, slots=True)
class ContentsPage:
    """The navigation document, shown among the pages."""


@dataclass(frozen=True, slots=True)
class CaptionMarkup:
    """The texts of a caption row as well-formed inline XHTML; empty where there are none."""

    caption: str = ""
    """Its first paragraph."""
    credit: str = ""
    text: str = ""
    """The first paragraph of the caption as plain text, for the contents."""
    more: tuple[str, ...] = ()
    """The caption's further paragraphs: the text that goes with the plate."""
    rights: str = ""
    longdesc: tuple[str, ...] = ()
    """The paragraphs of the long description."""
    notice: tuple[str, ...] = ()
    """The paragraphs that stand in the place of a withheld picture."""


@dataclass(frozen=True, slots=True)
class Plate:
    """A plate, in the place that it has in the book."""

    number: int
    """Counted through the whole picture section, withheld plates too; from 1."""
    href: str
    """From the package document: its page, with `#id` where several plates share one."""
    placed: PlacedPicture | None
    """None: the picture is withheld, and its notice stands in its place."""
    caption: Caption | None
    """Its row: alt, decorative, people, place, date, spread, ..."""
    markup: CaptionMarkup
    span: Span
    """The row of the caption table, or `[plates]` in the settings."""
    path: str
    """The picture's file from the project's root, also where it is withheld."""
    title: str
    """Its caption, or "Plate 12": plain text, for contents and headings; never empty."""

    @property
    def alt(self) -> str:
        """What is to be seen; empty where nothing is said, or the picture tells nothing."""
        return self.caption.alt.strip() if self.caption and not self.caption.decorative else ""

    @property
    def is_decorative(self) -> bool:
        """Whether the picture tells nothing."""
        return self.caption is not None and self.caption.decorative


@dataclass(frozen=True, slots=True)
class PlatePage:
    """A page of plates: one, those of a grid, or a stretch of a list of figures."""

    plates: tuple[Plate, ...]
    layout: PlateLayout = "one-per-page"
    caption_place: CaptionPlace = "under"
    group: str = ""
    """The section that all of them belong to."""
    opens_group: bool = False
    """The page begins with the heading of its group."""


@dataclass(frozen=True, slots=True)
class PlateGroupPage:
    """The page that opens a group of plates of which each has a page of its own."""


@dataclass(frozen=True, slots=True)
class PlateCaptionsPage:
    """The captions of all plates, gathered after the last of them."""

    pages: tuple[PlatePage, ...]


@dataclass(frozen=True, slots=True)
class PlateDescriptionsPage:
    """The long descriptions of plates, each with the way back to its plate."""

    plates: tuple[Plate, ...]


@dataclass(frozen=True, slots=True)
class BookNote:
    """A note at the end of the book."""

    number: int
    id: str
    """Unique on the page of the notes."""
    body: tuple[str | Slot, ...] = field(repr=False)
    """Its slots are filled by the chapter of its section."""
    uses: tuple[str, ...]
    """Hrefs of the places that call it, relative to the page."""
    span: Span
    """Where it stands in the manuscript."""


@dataclass(frozen=True, slots=True)
class NotesSection:
    """The notes of one chapter."""

    title: str
    language: str
    chapter: Chapter
    """The fillings as they are on the page of the notes."""
    notes: tuple[BookNote, ...]


@dataclass(frozen=True, slots=True)
class NotesPage:
    """All notes of a book that has them at its end."""

    sections: tuple[NotesSection, ...]


Content = (
    Chapter
    | CoverPage
    | TitlePage
    | CopyrightPage
    | PartPage
    | ContentsPage
    | PlatePage
    | PlateGroupPage
    | PlateCaptionsPage
    | PlateDescriptionsPage
    | NotesPage
)


@dataclass(frozen=True, slots=True)
class Page:
    """One XHTML file of the book, in the spine's order."""

    href: str
    """From the package document: `text/the-record.xhtml`."""
    title: str
    """Plain text, never empty."""
    language: str
    matter: Matter
    epub_type: str | None
    """Of the page's section: `chapter`, `preface`, ..."""
    role: str | None
    """The DPUB-ARIA role that matches: `doc-chapter`, ..."""
    content: Content
    linear: bool = True
    css_class: str | None = None


def plates_of(pages: Iterable[Page]) -> Iterator[Plate]:
    """All plates of those pages in reading order, withheld ones among them."""
    for page in pages:
        if isinstance(page.content, PlatePage):
            yield from page.content.plates


@dataclass(frozen=True, slots=True)
class TocEntry:
    """A line of the contents."""

    title: str
    href: str
    """From the package document, with `#id` below the page's own level."""
    children: tuple[TocEntry, ...] = ()
    language: str = ""
    """Of the title, where it is not the book's."""


@dataclass(frozen=True, slots=True)
class PageMark:
    """Where a page of the printed twin begins."""

    label: str
    href: str
    """From the package document, with `#id`."""


@dataclass(frozen=True, slots=True)
class Landmark:
    """A signpost: an epub:type, its label in the book's language, and where it leads."""

    epub_type: str
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class Book:
    """The whole book of one edition."""

    metadata: Metadata
    pages: tuple[Page, ...]
    toc: tuple[TocEntry, ...]
    landmarks: tuple[Landmark, ...]
    pictures: tuple[PlacedPicture, ...]
    """Each once, however often it is used; the cover among them."""
    cover: PlacedPicture | None
    settings_span: Span
    modified: str
    unused_pictures: tuple[str, ...] = ()
    """Paths of picture files in the project that nothing uses."""
    words: int = 0
    labels: dict[str, str] = field(default_factory=dict)
    """Words of the trade in the book's language: `contents`, `cover`, ... (see `language`)."""
    cover_span: Span | None = None
    """Where the settings name the cover; None: they do not, and a cover was drawn or none made."""
    media: tuple[PlacedMedia, ...] = ()
    """Sounds and films, each once, however often it is used."""
    page_marks: tuple[PageMark, ...] = ()
    """The pages of the printed twin in reading order."""
