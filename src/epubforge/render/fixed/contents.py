"""The contents as a text, with the numbers of the pages."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from html import escape

from epubforge.language.direction import direction_of
from epubforge.model.book import Page, TocEntry
from epubforge.render.fixed.opened import Opened

_MOST_PLATES = 24
"""So many stand in printed contents one by one; of more the section alone does."""


def contents_text(
    page: Page, toc: Sequence[TocEntry], number_of: Callable[[str], str], around: Opened
) -> Opened:
    """The page of the contents; each line has the number of the page that it leads to."""
    folder = posixpath.dirname(page.href)
    heading = f'<h1 id="title">{escape(page.title)}</h1>'
    lines = "\n".join((heading, *_entries(toc, 1, folder, number_of)))
    section = {"class": "page-toc", "epub:type": "toc", "role": "doc-toc", "aria-label": page.title}
    return Opened(around.html, around.body, section, lines, 1)


def without_plates(toc: Sequence[TocEntry], plates: Collection[str]) -> tuple[TocEntry, ...]:
    """The contents without the lines of single plates, where these would fill pages."""
    if len(plates) <= _MOST_PLATES:
        return tuple(toc)
    return tuple(
        replace(entry, children=without_plates(entry.children, plates))
        for entry in toc
        if entry.href.partition("#")[0] not in plates
    )


def _entries(
    toc: Sequence[TocEntry], level: int, folder: str, number_of: Callable[[str], str]
) -> Iterator[str]:
    for entry in toc:
        path, mark, place = entry.href.partition("#")
        href = escape(posixpath.relpath(path, folder or ".") + mark + place)
        tag = escape(entry.language)
        language = (
            f' lang="{tag}" xml:lang="{tag}" dir="{direction_of(entry.language)}"' if tag else ""
        )
        number = escape(number_of(entry.href))
        yield (
            f'<p class="toc-line toc-{level}"><a{language} href="{href}">{escape(entry.title)}</a>'
            f' <span class="toc-page">{number}</span></p>'
        )
        yield from _entries(entry.children, min(level + 1, 4), folder, number_of)
