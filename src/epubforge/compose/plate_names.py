"""Who and what is to be seen on the plates, by name: for the lists of people and places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from epubforge.compose.back_index import NamedOnPlate
from epubforge.compose.plate_runs import stretches
from epubforge.compose.tree import ChapterNode
from epubforge.model.book import Plate

NameKind = Literal["people", "places"]
KINDS: tuple[NameKind, ...] = ("people", "places")


def named(plates: Iterable[Plate], kind: NameKind, language: str) -> Iterator[NamedOnPlate]:
    """Every person or place with the plates that show them, in the order of the plates.

    A withheld picture counts: its caption stands in the book.
    """
    shown: dict[str, list[Plate]] = {}
    for plate in plates:
        for name in _names(plate, kind):
            shown.setdefault(name, []).append(plate)
    for name, theirs in shown.items():
        for label, first in stretches(theirs, language):
            yield NamedOnPlate(name, label, first.href)


def in_the_index(
    plates: Sequence[Plate], nodes: Iterable[ChapterNode], language: str
) -> Iterator[NamedOnPlate]:
    """What belongs into the general index: people and places that have no list of their own."""
    asked = {made.kind for node in nodes for made in node.document.outline.lists}
    for kind in KINDS:
        if kind not in asked:
            yield from named(plates, kind, language)


def _names(plate: Plate, kind: NameKind) -> tuple[str, ...]:
    if plate.caption is None:
        return ()
    if kind == "people":
        return tuple(dict.fromkeys(plate.caption.people))
    return (plate.caption.place,) if plate.caption.place else ()
