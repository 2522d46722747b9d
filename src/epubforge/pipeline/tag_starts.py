"""From where EPUBCheck says that a start tag ends to where it begins."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from epubforge.diagnostics import Diagnostic
from epubforge.model.archive import EntryError
from epubforge.package.open import open_epub
from epubforge.source import EntryPlace
from epubforge.tree.encoding import xml_encoding


def tag_starts(book: Path, found: Iterable[Diagnostic]) -> dict[EntryPlace, EntryPlace]:
    """For the places of EPUBCheck's findings in a book those of the tags that end there.

    Its parsers report an element when they have read its start tag; our places are where the tag
    begins. A place at which no start tag ends is not among them.
    """
    ends: dict[str, list[EntryPlace]] = {}
    for each in found:
        place = each.place
        if each.origin == "epubcheck" and isinstance(place, EntryPlace) and place.entry:
            ends.setdefault(place.entry, []).append(place)
    archive = open_epub(book).value if ends else None
    starts: dict[EntryPlace, EntryPlace] = {}
    for entry, places in ends.items():
        try:
            content = archive.read(entry) if archive else b""
        except (KeyError, EntryError):
            continue
        text = content.decode(xml_encoding(content)[0], "replace").removeprefix("\ufeff")
        lines = text.split("\n")
        for place in places:
            start = _start(lines, place.line or 0, place.column or 0)
            if start is not None:
                starts[place] = EntryPlace(place.book, entry, *start)
    return starts


_MOST_LINES = 100
"""Of a start tag that are looked through."""


def _start(lines: list[str], line: int, column: int) -> tuple[int, int] | None:
    """Line and column of the start tag that ends before that place; None where none does."""
    if not 0 < line <= len(lines):
        return None
    text = lines[line - 1][: column - 1] if column > 1 else ""
    if not text.endswith(">"):
        return None
    for above in range(line, max(line - _MOST_LINES, 0), -1):
        at = (text if above == line else lines[above - 1]).rfind("<")
        if at >= 0:
            is_start = lines[above - 1][at + 1 : at + 2] not in {"/", "!", "?"}
            return (above, at + 1) if is_start else None
    return None
