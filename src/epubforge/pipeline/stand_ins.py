"""What stands in a preview where a picture of the book is missing: its name, and that it is not."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape
from pathlib import PurePosixPath
from urllib.parse import unquote

from epubforge.compose.names import Names
from epubforge.model.book import Book, Chapter, NotesPage, NotesSection, Page, PlacedPicture
from epubforge.model.picture import BrokenPicture, Picture, PictureSource, Prepared

_WIDTH, _HEIGHT = 800, 500
_LONGEST = 44
_DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" \
viewBox="0 0 {width} {height}" role="img" aria-label="{label}">
<rect x="2" y="2" width="{inner_width}" height="{inner_height}" fill="#f3f0ea" stroke="#8a5a2b" \
stroke-width="4" stroke-dasharray="18 12"/>
<g fill="none" stroke="#8a5a2b" stroke-width="6">
<rect x="335" y="110" width="130" height="96" rx="6"/>
<path d="M335 190l38-36 30 26 22-18 40 34"/>
<path d="M322 228L478 92"/>
</g>
<g font-family="sans-serif" text-anchor="middle" fill="#4a3420">
<text x="400" y="300" font-size="34" font-weight="bold">{name}</text>
<text x="400" y="350" font-size="26">{why}</text>
</g>
</svg>
"""


def for_broken(
    sources: Sequence[PictureSource], prepared: Sequence[Prepared]
) -> tuple[Prepared, ...]:
    """The pictures, with a stand-in for each that is broken; what is wrong is still told."""
    return tuple(
        replace(_stand_in(source.path, "cannot be read"), remarks=(made.remark,))
        if isinstance(made, BrokenPicture)
        else made
        for source, made in zip(sources, prepared, strict=True)
    )


def for_missing(book: Book) -> Book:
    """The book, with a stand-in wherever a chapter shows a picture that is not there."""
    work = _Missing(book.pictures)
    pages = tuple(work.page(page) for page in book.pages)
    if not work.placed:
        return book
    return replace(book, pages=pages, pictures=(*book.pictures, *work.placed.values()))


class _Missing:
    def __init__(self, pictures: Sequence[PlacedPicture]) -> None:
        self._names = Names()
        for placed in pictures:
            self._names.give(PurePosixPath(placed.href).stem, "picture")
        self.placed: dict[str, PlacedPicture] = {}

    def page(self, page: Page) -> Page:
        match page.content:
            case Chapter() as chapter:
                return replace(page, content=self._chapter(chapter))
            case NotesPage(sections=sections):
                return replace(page, content=NotesPage(tuple(map(self._section, sections))))
            case _:
                return page

    def _section(self, section: NotesSection) -> NotesSection:
        return replace(section, chapter=self._chapter(section.chapter))

    def _chapter(self, chapter: Chapter) -> Chapter:
        if None not in chapter.pictures:
            return chapter
        return replace(chapter, pictures=tuple(self._pictures(chapter)))

    def _pictures(self, chapter: Chapter) -> Iterator[PlacedPicture]:
        uses = chapter.document.outline.pictures
        for use, placed in zip(uses, chapter.pictures, strict=True):
            yield placed or self._stand_in(use.target)

    def _stand_in(self, target: str) -> PlacedPicture:
        if target not in self.placed:
            href = f"images/{self._names.give('missing', 'missing')}.svg"
            self.placed[target] = PlacedPicture(href, _stand_in(target, "is not there"), target)
        return self.placed[target]


def _stand_in(path: str, why: str) -> Picture:
    name = unquote(path)
    short = name if len(name) <= _LONGEST else f"…{name[1 - _LONGEST :]}"
    content = _DRAWING.format(
        width=_WIDTH,
        height=_HEIGHT,
        inner_width=_WIDTH - 4,
        inner_height=_HEIGHT - 4,
        label=escape(f"{short} {why}"),
        name=escape(short),
        why=escape(why),
    ).encode()
    digest = hashlib.blake2b(content, digest_size=16).hexdigest()
    return Picture(digest, "image/svg+xml", _WIDTH, _HEIGHT, content)
