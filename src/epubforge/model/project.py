"""A project: what lies on the disk, read and checked, before any of it is understood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from epubforge.diagnostics import Policy
from epubforge.model.document import NotesPlace
from epubforge.model.metadata import Metadata
from epubforge.model.picture import BookLimit, Caption, PicturePolicy, PictureSource
from epubforge.model.profile import Profile, Viewport
from epubforge.source import SourceFile, Span

FailOn = Literal["error", "warning", "note", "never"]
PlateLayout = Literal["one-per-page", "grid", "figure-list", "text-beside"]
PlateOrder = Literal["name", "table"]
CaptionPlace = Literal["under", "beside", "gathered"]
FigureNumbers = Literal["book", "chapter", "none"]
CoverDesign = Literal["axis", "field", "initial", "label", "bands"]
EditionLayout = Literal["reflowable", "fixed"]


@dataclass(frozen=True, slots=True)
class GenerateSettings:
    """Which pages are made from the metadata where no chapter of that type stands for them."""

    cover: bool = True
    titlepage: bool = True
    copyright: bool = True


@dataclass(frozen=True, slots=True)
class ContentsSettings:
    """How deep the contents go, and what is made by itself."""

    depth: int = 3
    generate: GenerateSettings = GenerateSettings()


@dataclass(frozen=True, slots=True)
class Part:
    """A sub-folder of the manuscript: its own page where it has one, else its name."""

    name: str
    """The folder's name without its order number, as a title."""
    index: SourceFile | None
    sources: tuple[SourceFile | Part | PlatesHere, ...]


@dataclass(frozen=True, slots=True)
class PlatesHere:
    """The place of the picture section among the chapters."""


Entry = SourceFile | Part | PlatesHere


@dataclass(frozen=True, slots=True)
class PlateSource:
    """A plate of the picture section, as the project has it."""

    picture: PictureSource | None
    """None: it is withheld in this edition, and nothing after this sees the file."""
    caption: Caption | None
    """Its row of the caption table, or what its file says; None: there is neither."""
    path: str
    """Of the picture file, from the project's root; of one that is not there, where it would be."""


@dataclass(frozen=True, slots=True)
class Plates:
    """The picture section: its plates in the order in which they stand, group by group."""

    plates: tuple[PlateSource, ...]
    span: Span
    """`[plates]` in the settings."""
    layout: PlateLayout = "one-per-page"
    caption_place: CaptionPlace = "under"
    """`gathered`: after the last plate."""
    per_page: int = 4
    """How many stand on a page of a grid: 2, 3 or 4."""
    title: str = ""
    """The section's heading; empty: "Plates" in the book's language."""
    bleed: bool = False
    """In a fixed layout the plates go to the edges of their pages."""

    @property
    def pictures(self) -> tuple[PictureSource, ...]:
        """The picture files that may be shown, in the order of their plates."""
        return tuple(plate.picture for plate in self.plates if plate.picture is not None)


@dataclass(frozen=True, slots=True)
class FontSource:
    """A font file of the project or of its theme; not opened yet."""

    path: str
    """From the project's root, with `/`; of a theme elsewhere, from the theme's name on."""
    location: Path
    """The real file."""
    span: Span
    """Where the settings name it."""
    licence: Path | None = None
    """The text of its licence, where one lies beside it."""


@dataclass(frozen=True, slots=True)
class ThemeChoice:
    """Which theme, as a folder that holds theme.toml, and what of one's own comes with it."""

    folder: Path
    css: tuple[SourceFile, ...] = ()
    """Styles, after the theme's."""
    fonts: tuple[FontSource, ...] = ()
    """The project's own in the order in which they are named, then the theme's."""
    cover: CoverDesign | None = None
    """How a cover is drawn where there is no picture; None: as the title decides."""


@dataclass(frozen=True, slots=True)
class Numbering:
    """What has numbers of its own."""

    chapters: bool = False
    """Body chapters are numbered, and show it."""
    figures: FigureNumbers = "book"
    """Where the numbers of figures, tables, listings and equations begin again: never, with each
    chapter, or they have none."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What book.toml says of making the book."""

    smart: bool = True
    contents: ContentsSettings = ContentsSettings()
    pictures: PicturePolicy = field(default_factory=PicturePolicy)
    book_max: BookLimit | None = None
    """Pictures are drawn more coarsely, as far as that helps, so that the book keeps to it."""
    checks: Policy = field(default_factory=Policy)
    fail_on: FailOn = "error"
    numbering: Numbering = Numbering()
    notes: NotesPlace = "chapter"
    """Where footnotes stand."""
    variables: tuple[tuple[str, str], ...] = ()
    """`[variables]`: the author's own names and what stands for them."""


@dataclass(frozen=True, slots=True)
class MediaSource:
    """A sound or a film of the project; not opened yet."""

    path: str
    """From the project's root, with `/`, as the disk spells it."""
    location: Path
    """The real file, inside the root, or in a shared folder."""
    bytes: int
    modified: int
    """Nanoseconds; with `bytes`, only to skip reading again what was read before."""


@dataclass(frozen=True, slots=True)
class Inclusions:
    """What `{{include …}}` in one text brings in by itself, and what it may not."""

    files: tuple[tuple[str, SourceFile], ...] = ()
    """The path from the root, or as a search in `shared` finds it, and the text there."""
    refused: tuple[tuple[str, str], ...] = ()
    """The path, and why: `lies outside the project`, `is not there; did you mean …?`."""


@dataclass(frozen=True, slots=True)
class Project:
    """A manuscript with its pictures and settings; all text is read, no picture is opened."""

    root: Path
    name: str
    """The name of the root folder."""
    settings_file: SourceFile
    """book.toml: the place of what has no better one."""
    settings: Settings
    metadata: Metadata
    theme: ThemeChoice
    entries: tuple[Entry, ...]
    """Chapters, parts and the picture section, in reading order."""
    pictures: dict[str, PictureSource] = field(default_factory=dict)
    """Every picture file of the project, by its path from the root in NFC."""
    elsewhere: dict[str, PictureSource] = field(default_factory=dict)
    """Picture files in the project's other folders: they may be used, but need not be."""
    refused: dict[str, str] = field(default_factory=dict)
    """Files that may not be used, by the same kind of path, and why: `is a link out of …`."""
    withheld: Mapping[str, str] = field(default_factory=dict)
    """Pictures that may not be shown in this edition, their copies too, by the same kind of path;
    and the file of the plate that is withheld. They are in none of the other fields."""
    media: dict[str, MediaSource] = field(default_factory=dict)
    """Every sound and film of the project, by its path from the root in NFC."""
    cover: PictureSource | None = None
    cover_span: Span | None = None
    plates: Plates | None = None
    modified: str = "1980-01-01T00:00:00Z"
    """`CCYY-MM-DDThh:mm:ssZ`, decided as the settings, the environment and Git say."""
    edition: str = ""
    """The edition that these settings are of; empty for the main one."""
    viewport: Viewport | None = None
    """The size of the pages of a fixed layout; None: the text flows."""
    editions: tuple[str, ...] = ()
    """All editions that the settings name, besides the main one."""
    fixed_editions: frozenset[str] = frozenset()
    """Those of them that are of fixed layout."""
    profile: Profile = field(default_factory=Profile)
    """What the shops take that the book is built for."""
    includes: tuple[tuple[str, SourceFile], ...] = ()
    """All that chapters include, by path from the root (`../snippets/x.md` where it is shared)."""
    inclusions: dict[str, Inclusions] = field(default_factory=dict)
    """The same, for each text that includes others, by that text's path."""
    bibliography: tuple[SourceFile, ...] = ()
    """BibTeX (`.bib`) and CSL JSON (`.json`)."""
    citation_style: str = "chicago-author-date"
    """The style's name, or the path of the CSL file that the settings name."""
    citation_style_file: SourceFile | None = None
    """That CSL file."""
    beside: tuple[Path, ...] = ()
    """Folders out of the root that it was read from too: shared ones, and the theme's."""
    citation_style_span: Span | None = None
    """Where the settings name the style."""

    def sources(self) -> tuple[SourceFile, ...]:
        """All chapter files in reading order, parts' own pages before their chapters."""
        return tuple(_sources(self.entries))

    def included_in(self, source: SourceFile) -> Inclusions:
        """All that a chapter includes, also through what it includes; in the order of the paths."""
        files: dict[str, SourceFile] = {}
        refused: dict[str, str] = {}
        seen, waiting = {source.path}, [source.path]
        while waiting:
            own = self.inclusions.get(waiting.pop(), Inclusions())
            files.update(own.files)
            refused.update(own.refused)
            new = {text.path for _, text in own.files} - seen
            seen |= new
            waiting.extend(sorted(new))
        return Inclusions(tuple(sorted(files.items(), key=_path)), tuple(sorted(refused.items())))


def _path(included: tuple[str, SourceFile]) -> str:
    return included[0]


def _sources(entries: tuple[Entry, ...]) -> list[SourceFile]:
    found: list[SourceFile] = []
    for entry in entries:
        match entry:
            case SourceFile():
                found.append(entry)
            case Part():
                if entry.index is not None:
                    found.append(entry.index)
                found.extend(_sources(entry.sources))
            case PlatesHere():
                pass
    return found
