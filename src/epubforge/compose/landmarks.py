"""Where front, body and back matter begin, and the signposts that lead there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from epubforge.language.labels import labels
from epubforge.model.book import ContentsPage, Landmark, Page


def in_three_parts(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages with front matter before the first body page and back matter after the last.

    A type says only what a page usually is: acknowledgments before the first chapter are front
    matter, and an introduction to the second part is in the body.
    """
    body = [index for index, page in enumerate(pages) if page.matter == "body"]
    if not body:
        return tuple(pages)
    return (
        *(replace(page, matter="front") for page in pages[: body[0]]),
        *(replace(page, matter="body") for page in pages[body[0] : body[-1] + 1]),
        *(replace(page, matter="back") for page in pages[body[-1] + 1 :]),
    )


def landmarks(pages: Sequence[Page], language: str) -> tuple[Landmark, ...]:
    """Cover, title page, contents and the beginning of the body, as far as the book has them.

    The beginning is the first body page, else the first page that is no part of the front that
    is made by itself, else the first page: reading systems open a book there.
    """
    words = labels(language)
    kinds = {"cover": words["cover"], "titlepage": words["titlepage"], "toc": words["contents"]}
    signs = (
        Landmark(kind, title, page.href)
        for kind, title in kinds.items()
        for page in _first(pages, kind)
    )
    start = Landmark("bodymatter", words["start"], _start(pages).href)
    return (*signs, start)


def _first(pages: Sequence[Page], epub_type: str) -> Iterator[Page]:
    found = next((page for page in pages if page.epub_type == epub_type), None)
    if found is not None:
        yield found


def _start(pages: Sequence[Page]) -> Page:
    read = [page for page in pages if page.linear and not isinstance(page.content, ContentsPage)]
    body = [page for page in read if page.matter == "body"]
    opening = ("cover", "halftitlepage", "titlepage", "copyright-page")
    text = [page for page in read if page.epub_type not in opening]
    return next(iter((*body, *text, *read, *pages)))
