"""Plates that something is true of, as they are told: one by one, or as a stretch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from epubforge.language.labels import labels
from epubforge.model.book import Plate

_RUN = 3
"""So many plates in a row are told as a stretch."""


def stretches(plates: Iterable[Plate], language: str) -> Iterator[tuple[str, Plate]]:
    """ "Plate 3" or "Plates 5–9", each with its first plate; plates come in rising order."""
    words = labels(language)
    for run in _runs(plates):
        if len(run) < _RUN:
            yield from ((words["plate"].format(plate.number), plate) for plate in run)
        else:
            numbers = f"{run[0].number}–{run[-1].number}"
            yield words["plate_range"].format(numbers), run[0]


def _runs(plates: Iterable[Plate]) -> Iterator[list[Plate]]:
    run: list[Plate] = []
    for plate in plates:
        if run and plate.number != run[-1].number + 1:
            yield run
            run = []
        run.append(plate)
    if run:
        yield run
