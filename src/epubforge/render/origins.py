"""Pages that no chapter made: which of their lines come from which line of the manuscript."""

from __future__ import annotations

import re
from collections.abc import Iterator

from epubforge.model.book import (
    NotesPage,
    Page,
    PlateCaptionsPage,
    PlateDescriptionsPage,
    PlatePage,
)
from epubforge.model.publication import LineMap
from epubforge.render.plates import plate_id
from epubforge.source import SourceFile, Span, position

_ID = re.compile(r'\sid="([^"]*)"')


def origin_of(page: Page, text: str) -> LineMap | None:
    """The line map of a page made of parts that have ids there: notes, and rows of captions.

    What stands before the first part comes from where that does. None for other pages.
    """
    parts = dict(_parts(page))
    if not parts:
        return None
    begins = {1: _beginning(next(iter(parts.values())))}
    for number, line in enumerate(text.split("\n"), 1):
        for name in _ID.findall(line):
            if name in parts:
                begins.setdefault(number, _beginning(parts[name]))
    source, first = begins[1]
    brought = tuple((number, *place) for number, place in begins.items())
    return LineMap(source, tuple((number, first) for number in begins), brought)


def _beginning(span: Span) -> tuple[SourceFile, int]:
    return span.source, position(span.source, span.start).line


def _parts(page: Page) -> Iterator[tuple[str, Span]]:
    match page.content:
        case NotesPage(sections=sections):
            yield from ((note.id, note.span) for part in sections for note in part.notes)
        case PlatePage(plates=plates) | PlateDescriptionsPage(plates=plates):
            yield from ((plate_id(plate), plate.span) for plate in plates)
        case PlateCaptionsPage(pages=pages):
            yield from ((plate_id(each), each.span) for page_ in pages for each in page_.plates)
        case _:
            pass
