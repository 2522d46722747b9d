"""From places in a finished book back to the manuscript."""

from __future__ import annotations

import re
from dataclasses import replace

from epubforge.diagnostics import Diagnostic
from epubforge.model.publication import FOLDER, LineMap, Publication, Resource
from epubforge.source import EntryPlace, Span

_PARAGRAPH = re.compile(r"\s*<p[\s>]")


def to_manuscript(diagnostic: Diagnostic, publication: Publication) -> Diagnostic:
    """The finding at the manuscript's line that the page's line came from.

    The entry it was seen in stays as its page. A finding on a page or file that no text of the
    manuscript made, or on the book as a whole, keeps its place.
    """
    place = diagnostic.place
    if not isinstance(place, EntryPlace) or place.entry is None:
        return diagnostic
    href = place.entry.removeprefix(f"{FOLDER}/")
    made = next((each for each in publication.resources if each.href == href), None)
    if made is None or made.origin is None:
        return replace(diagnostic, page=place.entry)
    is_flowing = publication.rendition is None
    span = _span(made, made.origin, place.line or 0, is_flowing)
    return replace(diagnostic, place=span, page=place.entry)


def _span(page: Resource, origin: LineMap, line: int, is_flowing: bool) -> Span:
    """The line itself inside a paragraph that keeps its lines; else where its block begins."""
    source, first = origin.origin(line)
    begin = origin.begin(line)
    if is_flowing and 0 < begin < line and isinstance(page.content, bytes):
        above = page.content.decode("utf-8").split("\n")[begin - 1 : line - 1]
        is_inside = _PARAGRAPH.match(above[0]) and not any("</p>" in each for each in above)
        span = source.line_span(first + line - begin)
        if is_inside and source.text[span.start : span.end].strip():
            return span
    return source.line_span(first)
