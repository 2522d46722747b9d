"""A project: what lies on the disk, read and checked, before any of it is understood."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from epubforge.diagnostics import Policy
from epubforge.model.document import NotesPlace
from epubforge.model.metadata import Metadata
from epubforge.model.picture import BookLimit, Caption, PicturePolicy, PictureSource
from epubforge.model.profile import Profile
from epubforge.source import SourceFile, Span

FailOn = Literal["error", "warning", "note", "never"]
PlateLayout = Literal["one-per-page"]
FigureNumbers = Literal["book", "chapter", "none"]
EditionLayout = Literal["reflowable"]


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
class Plates:
    """The picture section: its pictures in order, and the caption table's rows for them."""

    pictures: tuple[PictureSource, ...]
    captions: tuple[Caption | None, ...]
    """For each picture its row, or None."""
    span: Span
    """`[plates]` in the settings."""
    layout: PlateLayout = "one-per-page"


@dataclass(frozen=True, slots=True)
class ThemeChoice:
    """Which theme, as a folder that holds theme.toml, and which styles of one's own after it."""

    folder: Path
    css: tuple[SourceFile, ...] = ()


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
    media: dict[str, MediaSource] = field(default_factory=dict)
    """Every sound and film of the project, by its path from the root in NFC."""
    cover: PictureSource | None = None
    cover_span: Span | None = None
    plates: Plates | None = None
    modified: str = "1980-01-01T00:00:00Z"
    """`CCYY-MM-DDThh:mm:ssZ`, decided as the settings, the environment and Git say."""
    edition: str = ""
    """The edition that these settings are of; empty for the main one."""
    editions: tuple[str, ...] = ()
    """All editions that the settings name, besides the main one."""
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
