"""The pictures of a book that move, with the first place where each is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from epubforge.finished.pictures import Head
from epubforge.finished.references import Use
from epubforge.finished.rendition import Rendition
from epubforge.source import EntryPlace

if TYPE_CHECKING:
    from epubforge.codec.motion import Motion

_MARKS = {"image/gif": b"GIF89a", "image/png": b"acTL", "image/webp": b"ANIM"}
_HEAD = 1 << 16
_MOST = 20
"""Pictures that are watched: a book of flickering ones is known by then."""
_SHOWN = frozenset({Use.IMAGE, Use.SOURCE})


@dataclass(frozen=True, slots=True)
class Moving:
    """A picture that moves."""

    path: str
    motion: Motion
    place: EntryPlace


def moving(rendition: Rendition) -> Iterator[Moving]:
    """Those that pages show and that can be read, each once."""
    seen: set[str] = set()
    for reference in rendition.facts.references():
        path = reference.url.path
        if reference.use not in _SHOWN or path is None or path in seen:
            continue
        seen.add(path)
        found = _motion(rendition, path)
        if found is not None:
            place = rendition.book.at_byte(reference.source, reference.at)
            yield Moving(path, found, place)


def _motion(rendition: Rendition, path: str) -> Motion | None:
    book = rendition.book
    if path not in book.motions:
        book.motions[path] = _watched(rendition, path)
    return book.motions[path]


def _watched(rendition: Rendition, path: str) -> Motion | None:
    book = rendition.book
    if path not in book.entries or book.is_locked(path):
        return None
    if sum(each is not None for each in book.motions.values()) >= _MOST:
        return None
    head = book.beginning(path, 12)
    mark = _MARKS.get(Head(head).kind)
    if mark is None or mark not in book.beginning(path, _HEAD):
        return None
    from epubforge.codec.motion import motion  # Pillow, for those few

    content = book.read(path)
    return motion(content) if content is not None else None
