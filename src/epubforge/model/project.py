"""A project: what lies on the disk, read and checked, before any of it is understood."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from epubforge.diagnostics import Policy
from epubforge.model.metadata import Metadata
from epubforge.model.picture import Caption, PicturePolicy, PictureSource
from epubforge.source import SourceFile, Span

FailOn = Literal["error", "warning", "note", "never"]
PlateLayout = Literal["one-per-page"]


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
class Settings:
    """What book.toml says of making the book."""

    smart: bool = True
    contents: ContentsSettings = ContentsSettings()
    pictures: PicturePolicy = field(default_factory=PicturePolicy)
    checks: Policy = field(default_factory=Policy)
    fail_on: FailOn = "error"


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
    """Pictures that may not be used, by the same kind of path, and why: `is a link out of …`."""
    cover: PictureSource | None = None
    cover_span: Span | None = None
    plates: Plates | None = None
    modified: str = "1980-01-01T00:00:00Z"
    """`CCYY-MM-DDThh:mm:ssZ`, decided as the settings, the environment and Git say."""

    def sources(self) -> tuple[SourceFile, ...]:
        """All chapter files in reading order, parts' own pages before their chapters."""
        return tuple(_sources(self.entries))


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
