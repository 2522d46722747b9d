"""The fonts of a book: read before its pages are made, cut to their letters afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from epubforge.diagnostics import Outcome
from epubforge.keeping import Keep, anew
from epubforge.model.book import Book
from epubforge.model.project import Project
from epubforge.model.publication import Resource
from epubforge.pipeline.memo import Memo

if TYPE_CHECKING:
    from epubforge.fonts.face import Face


def brought_faces(project: Project, memo: Memo) -> Outcome[tuple[Face, ...]]:
    """The faces of the font files that the project and its theme bring."""
    if not project.theme.fonts:
        return Outcome(())
    from epubforge.fonts.brought import read_brought

    fonts = project.theme.fonts
    looks = tuple(_look(file) for font in fonts for file in (font.location, font.licence))
    return memo.latest("faces", "", (fonts, looks), lambda: read_brought(fonts))


def _look(file: Path | None) -> tuple[int, int]:
    """What changes with a file of which nobody expects that it is rewritten within a moment."""
    try:
        status = file.stat() if file is not None else None
    except OSError:
        return (-1, 0)  # it is unreadable, which the reading will say
    return (status.st_size, status.st_mtime_ns) if status else (0, 0)


def embedded(
    project: Project,
    book: Book,
    faces: Sequence[Face],
    pages: Sequence[Resource],
    keep: Keep = anew,
) -> Outcome[tuple[Resource, ...]]:
    """The faces as files of the book, with the letters that its pages and contents show."""
    if not faces:
        return Outcome(())
    from epubforge.fonts.embed import embed

    brought = project.theme.fonts
    place = brought[0].span if brought else project.settings_file.span()
    return embed(faces, pages, "".join(_navigated(book)), place, keep)


def _navigated(book: Book) -> Iterator[str]:
    """What the contents show."""
    yield from book.labels.values()
    waiting = list(book.toc)
    while waiting:
        entry = waiting.pop()
        yield entry.title
        waiting.extend(entry.children)
