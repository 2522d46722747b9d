"""From places in a finished book back to the manuscript."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from epubforge.diagnostics import Diagnostic
from epubforge.model.publication import FOLDER, LineMap, Publication
from epubforge.source import EntryPlace, Span


def to_manuscript(diagnostic: Diagnostic, publication: Publication) -> Diagnostic:
    """The finding at the manuscript's line that the page's line came from.

    The entry it was seen in stays as its page. A finding on a page or file that no chapter made,
    or on the book as a whole, keeps its place.
    """
    place = diagnostic.place
    if not isinstance(place, EntryPlace) or place.entry is None:
        return diagnostic
    origin = _origins(publication).get(place.entry)
    moved = place if origin is None else _span(origin, place.line)
    return replace(diagnostic, place=moved, page=place.entry)


def _origins(publication: Publication) -> dict[str, LineMap]:
    return {
        f"{FOLDER}/{resource.href}": resource.origin
        for resource in publication.resources
        if resource.origin is not None
    }


def _span(origin: LineMap, line: int | None) -> Span:
    """What stands above the first mapped line, such as the page's head, is the whole chapter's."""
    before = bisect_right(origin.lines, line or 0, key=lambda pair: pair[0])
    return origin.source.line_span(origin.lines[before - 1][1] if before else 1)
