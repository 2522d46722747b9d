"""Which picture files a book uses, and what each is called inside it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from epubforge.compose.destinations import Files, leaves_the_project, shown
from epubforge.compose.names import Names, slug
from epubforge.compose.tree import has_plates
from epubforge.diagnostics import Diagnostic, Reporter, Rule, Severity
from epubforge.model.book import PlacedPicture
from epubforge.model.document import Document
from epubforge.model.picture import (
    NO_SETTINGS,
    BrokenPicture,
    Picture,
    PictureSettings,
    PictureSource,
    Prepared,
    Remark,
)
from epubforge.model.project import Project
from epubforge.source import SourceFile, Span

MISSING = Rule(
    "I001",
    "missing-picture",
    Severity.ERROR,
    """A chapter shows a picture that is not in the project.

Why it matters
    The reader would see a hole where the picture should be, so no book is written.
Bad
    ![Ada at her desk](../images/adda.jpg)
Good
    ![Ada at her desk](../images/ada.jpg)
Reference
    EPUB 3.3, resources https://www.w3.org/TR/epub-33/#sec-publication-resources
""",
    blocking=True,
    equivalent="RSC-007",
)
OUTSIDE = Rule(
    "I002",
    "picture-outside-project",
    Severity.ERROR,
    """A chapter names a picture that lies outside the project's folder.

Why it matters
    Such a book can be built on one computer only, and a manuscript from elsewhere could carry
    private files off into a book. Nothing outside the project is read.
Bad
    ![Ada](/home/ada/portrait.jpg)
Good
    ![Ada](../images/portrait.jpg)
""",
    blocking=True,
)
OTHER_CASE = Rule(
    "L003",
    "name-in-other-case",
    Severity.WARNING,
    """A destination names a file with other capitals than the disk does.

Why it matters
    The book is right, but other programs on Linux will not find the file.
Bad
    ![Ada](../images/Ada.JPG), where the file is ada.jpg
Good
    ![Ada](../images/ada.jpg)
""",
)

_INSIDE = "copy the picture into the project, and name it from the chapter's folder"


def wanted(project: Project, documents: Sequence[Document]) -> tuple[PictureSource, ...]:
    """The picture files that the book uses, each once: the cover's, the text's, the plates'."""
    found: dict[str, PictureSource] = {}
    for source in _uses(project, documents):
        found.setdefault(source.key, source)
    return tuple(found.values())


def _uses(project: Project, documents: Sequence[Document]) -> Iterator[PictureSource]:
    if project.cover is not None:
        yield project.cover
    files, sources = picture_files(project), usable(project)
    for document in documents:
        if document.header.draft:
            continue
        for use in document.outline.pictures:
            named = files.find(use.target, document.source.path)
            if named is not None and named.path in sources:
                yield replace(sources[named.path], settings=use.settings)
    if project.plates is not None and has_plates(project.entries):
        yield from project.plates.pictures


def picture_files(project: Project) -> Files:
    """The project's pictures, also those that may not be used, as destinations name them."""
    return Files((*usable(project), *project.refused), manuscript_folder(project))


def usable(project: Project) -> Mapping[str, PictureSource]:
    """The picture files that may be used, by their paths in NFC."""
    return project.elsewhere | project.pictures


def manuscript_folder(project: Project) -> str:
    """The folder that chapters usually stand in, from the project's root."""
    return posixpath.dirname(project.settings_file.path) or "manuscript"


class Gallery:
    """The pictures of the book: equal ones stand in it once, faults are told at their uses."""

    def __init__(self, project: Project, pictures: Mapping[str, Prepared], out: Reporter) -> None:
        self._project = project
        self._pictures = pictures
        self._files = picture_files(project)
        self._sources = usable(project)
        self._names = Names()
        self._placed: dict[str, PlacedPicture] = {}
        self._used: set[str] = set()
        self._told: set[tuple[str, Remark]] = set()
        self._out = out

    @property
    def placed(self) -> tuple[PlacedPicture, ...]:
        """All pictures of the book, each once, in the order of their first use."""
        return tuple(self._placed.values())

    @property
    def unused(self) -> tuple[str, ...]:
        """The project's pictures that were never asked for."""
        sources = self._project.pictures.values()
        return tuple(source.path for source in sources if source.path not in self._used)

    def named(
        self, target: str, span: Span, settings: PictureSettings = NO_SETTINGS
    ) -> PlacedPicture | None:
        """The picture that a destination in the text names. Reports I001, I002 and L003."""
        found = self._files.find(target, span.source.path)
        if found is None:
            self._out.add(self._not_found(target, span))
            return None
        if found.path in self._project.refused:
            reason = self._project.refused[found.path]
            self._out.add(OUTSIDE.at(span, f"{found.path} {reason}", _INSIDE))
            return None
        if not found.as_spelled:
            self._out.add(other_case(target, found.path, span))
        return self.of(replace(self._sources[found.path], settings=settings), span)

    def again(
        self, target: str, span: Span, settings: PictureSettings = NO_SETTINGS
    ) -> PlacedPicture | None:
        """The picture of a destination that was asked for before; nothing is reported twice."""
        found = self._files.find(target, span.source.path)
        source = self._sources.get(found.path) if found is not None else None
        if source is not None:
            source = replace(source, settings=settings)
        prepared = self._pictures.get(source.key) if source is not None else None
        if source is None or not isinstance(prepared, Picture):
            return None
        return self.place(prepared, source.path)

    def of(self, source: PictureSource, span: Span) -> PlacedPicture | None:
        """The picture of that file, used at that place; None where it is broken."""
        self._used.add(source.path)
        prepared = self._pictures[source.key]
        if isinstance(prepared, BrokenPicture):
            self._remark(prepared.remark, span)
            return None
        for remark in prepared.remarks:
            if (source.path, remark) not in self._told:
                self._told.add((source.path, remark))
                self._remark(remark, span)
        return self.place(prepared, source.path)

    def place(self, picture: Picture, path: str) -> PlacedPicture:
        """The picture with its name in the book: the name of the first file that holds it.

        Its path is that of the file which is used here.
        """
        if picture.digest not in self._placed:
            name = self._names.give(slug(PurePosixPath(path).stem), "picture")
            href = f"images/{name}{picture.extension}"
            self._placed[picture.digest] = PlacedPicture(href, picture, path)
        return replace(self._placed[picture.digest], source_path=path)

    def mark_used(self, target: str, source: SourceFile) -> None:
        """What a draft shows is not unused, only not yet in the book."""
        found = self._files.find(target, source.path)
        if found is not None and found.path in self._sources:
            self._used.add(self._sources[found.path].path)

    def _remark(self, remark: Remark, span: Span) -> None:
        self._out.add(remark.rule.at(span, remark.message, remark.hint))

    def _not_found(self, target: str, span: Span) -> Diagnostic:
        near = self._files.similar(target, span.source.path)
        if leaves_the_project(target, span.source.path):
            hint = f"did you mean {near}?" if near else _INSIDE
            return OUTSIDE.at(span, f"{shown(target)} lies outside the project", hint)
        advice = "put the picture there, or mend its name; it counts from the chapter's folder"
        hint = f"did you mean {near}?" if near else advice
        return MISSING.at(span, f"there is no picture {shown(target)}", hint)


def other_case(target: str, path: str, span: Span) -> Diagnostic:
    """L003: the destination at that place names a file that the disk spells otherwise."""
    spelled = posixpath.relpath(path, posixpath.dirname(span.source.path) or ".")
    return OTHER_CASE.at(span, f"{shown(target)} is {spelled} on the disk", f"write {spelled}")
