"""A publication: every resource of the EPUB as it will lie in the container, but no container."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from epubforge.model.book import Landmark, PageMark, TocEntry
from epubforge.model.metadata import Metadata
from epubforge.source import SourceFile, Span

FOLDER = "OEBPS"
"""The folder of the container that everything but `mimetype` and `META-INF` lies in; hrefs of
resources are relative to it."""
PACKAGE_DOCUMENT = "OEBPS/package.opf"


@dataclass(frozen=True, slots=True)
class LineMap:
    """Where the lines of a page come from: (1-based line of the page, 1-based line of the
    manuscript), ascending by the first; lines between two entries belong to the earlier one."""

    source: SourceFile
    lines: tuple[tuple[int, int], ...]
    brought: tuple[tuple[int, SourceFile, int], ...] = ()
    """Those lines of the page where something begins that stands in another text, the text and its
    line there: what a chapter includes. In `lines` they belong to the line that brings it in."""

    def begin(self, line: int) -> int:
        """The line of the page where the block of a line begins; 0 above the first."""
        return self._block(line)[0]

    def origin(self, line: int) -> tuple[SourceFile, int]:
        """The text and the line in it that a line of the page comes from; above the first block
        the first line of all."""
        begin, origin = self._block(line)
        elsewhere = next((each[1:] for each in self.brought if each[0] == begin), None)
        return elsewhere or (self.source, origin)

    def span(self, line: int) -> Span:
        """The whole of that line."""
        source, origin = self.origin(line)
        return source.line_span(origin)

    def _block(self, line: int) -> tuple[int, int]:
        before = bisect_right(self.lines, line, key=lambda pair: pair[0])
        return self.lines[before - 1] if before else (0, 1)


@dataclass(frozen=True, slots=True)
class Resource:
    """One file of the book. Its href is relative to the package document."""

    href: str
    media_type: str
    content: bytes | Path = field(repr=False)
    """The bytes, or a file that holds them and is copied as it is."""
    properties: tuple[str, ...] = ()
    """Manifest properties: `nav`, `cover-image`, `mathml`, ..."""
    origin: LineMap | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class SpineItem:
    """A page in reading order."""

    href: str
    linear: bool = True
    properties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AccessibilityMetadata:
    """The schema.org properties, computed from what the book holds."""

    modes: tuple[str, ...]
    sufficient: tuple[str, ...]
    """Each a comma-separated set of modes."""
    features: tuple[str, ...]
    hazards: tuple[str, ...]
    summary: str


@dataclass(frozen=True, slots=True)
class Rendition:
    """How fixed pages are to be shown: https://www.w3.org/TR/epub-33/#sec-rendering-fxl"""

    width: int
    """Of every page, in CSS pixels."""
    height: int
    spread: Literal["auto", "landscape", "none"]


@dataclass(frozen=True, slots=True)
class Publication:
    """Everything that the container will hold, but for `mimetype` and `META-INF/container.xml`."""

    metadata: Metadata
    accessibility: AccessibilityMetadata
    modified: str
    resources: tuple[Resource, ...]
    """In the manifest's order; the navigation document and the NCX among them."""
    spine: tuple[SpineItem, ...]
    toc: tuple[TocEntry, ...]
    landmarks: tuple[Landmark, ...]
    pages: tuple[PageMark, ...] = ()
    """The pages of the printed twin, where they are known."""
    rendition: Rendition | None = None
    """None: the text flows."""
    package: bytes = b""
    """The package document."""
