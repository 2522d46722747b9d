"""The picture section's lines in the contents: its groups, and its plates below them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from epubforge.compose.plate_places import PlatesNode
from epubforge.model.book import Page, PlatePage, TocEntry


def plate_lines(node: PlatesNode, pages: Mapping[str, Page], depth: int) -> TocEntry:
    """The line of the section, with those of its groups and plates as far as the depth allows."""
    children = tuple(_children(node, pages, depth)) if depth > 1 else ()
    return TocEntry(pages[node.href].title, node.href, children)


def _children(node: PlatesNode, pages: Mapping[str, Page], depth: int) -> Iterator[TocEntry]:
    made = [(places, pages[places.href]) for places in node.pages if places.href in pages]
    for group, members in groupby(made, key=lambda pair: pair[0].group):
        inside = list(members)
        plates = tuple(
            TocEntry(plate.title, plate.href)
            for _, page in inside
            if isinstance(page.content, PlatePage)
            for plate in page.content.plates
        )
        if not group:
            yield from plates
            continue
        opening = next((p.href for p in _openings(node, pages, group)), inside[0][1].href)
        yield TocEntry(group, opening, plates if depth > 2 else ())
    yield from (
        TocEntry(pages[href].title, href)
        for href in (node.captions, node.descriptions)
        if href in pages
    )


def _openings(node: PlatesNode, pages: Mapping[str, Page], group: str) -> Iterator[Page]:
    for places in node.pages:
        if places.group == group and places.group_href in pages:
            yield pages[places.group_href]
