"""Who made the plates and who holds their rights: each said once, with the plates it is true of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from epubforge.language.labels import labels
from epubforge.model.book import CaptionMarkup, Plate

_RUN = 3
"""So many plates in a row are told as a stretch."""


@dataclass(frozen=True, slots=True)
class CreditLine:
    """A credit, with the first plates of the stretches that it is due to."""

    markup: str
    stretches: tuple[tuple[str, Plate], ...]
    """"Plate 3" or "Plates 5–9"."""


def credit_lines(plates: Iterable[Plate], language: str) -> Iterator[CreditLine]:
    """Each credit with its rights, once, in the order of the plates."""
    words = labels(language)
    due: dict[str, list[Plate]] = {}
    for plate in plates:
        if markup := credit_of(plate.markup):
            due.setdefault(markup, []).append(plate)
    for markup, owners in due.items():
        stretches: list[tuple[str, Plate]] = []
        for run in _runs(owners):
            if len(run) < _RUN:
                stretches += ((words["plate"].format(plate.number), plate) for plate in run)
            else:
                numbers = f"{run[0].number}–{run[-1].number}"
                stretches.append((words["plate_range"].format(numbers), run[0]))
        yield CreditLine(markup, tuple(stretches))


def credit_of(said: CaptionMarkup) -> str:
    """The credit and, where they say something else, the rights."""
    texts = dict.fromkeys(text for text in (said.credit, said.rights) if text)
    return " · ".join(texts)


def _runs(plates: Iterable[Plate]) -> Iterator[list[Plate]]:
    run: list[Plate] = []
    for plate in plates:
        if run and plate.number != run[-1].number + 1:
            yield run
            run = []
        run.append(plate)
    if run:
        yield run
