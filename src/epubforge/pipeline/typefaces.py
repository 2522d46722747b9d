"""The fonts of a book: read before its pages are made, cut to their letters afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from epubforge.diagnostics import Outcome
from epubforge.model.book import Book
from epubforge.model.project import Project
from epubforge.model.publication import Resource

if TYPE_CHECKING:
    from epubforge.fonts.face import Face


def brought_faces(project: Project) -> Outcome[tuple[Face, ...]]:
    """The faces of the font files that the project and its theme bring."""
    if not project.theme.fonts:
        return Outcome(())
    from epubforge.fonts.brought import read_brought

    return read_brought(project.theme.fonts)


def embedded(
    project: Project, book: Book, faces: Sequence[Face], pages: Sequence[Resource]
) -> Outcome[tuple[Resource, ...]]:
    """The faces as files of the book, with the letters that its pages and contents show."""
    if not faces:
        return Outcome(())
    from epubforge.fonts.embed import embed

    return embed(faces, pages, "".join(_navigated(book)), project.theme.fonts[0].span)


def _navigated(book: Book) -> Iterator[str]:
    """What the contents show."""
    yield from book.labels.values()
    waiting = list(book.toc)
    while waiting:
        entry = waiting.pop()
        yield entry.title
        waiting.extend(entry.children)
