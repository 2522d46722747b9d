"""Who made the plates and who holds their rights: each said once, with the plates it is true of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from epubforge.compose.plate_runs import stretches
from epubforge.model.book import CaptionMarkup, Plate


@dataclass(frozen=True, slots=True)
class CreditLine:
    """A credit, with the first plates of the stretches that it is due to."""

    markup: str
    stretches: tuple[tuple[str, Plate], ...]
    """"Plate 3" or "Plates 5–9"."""


def credit_lines(plates: Iterable[Plate], language: str) -> Iterator[CreditLine]:
    """Each credit with its rights, once, in the order of the plates."""
    due: dict[str, list[Plate]] = {}
    for plate in plates:
        if markup := credit_of(plate.markup):
            due.setdefault(markup, []).append(plate)
    for markup, owners in due.items():
        yield CreditLine(markup, tuple(stretches(owners, language)))


def credit_of(said: CaptionMarkup) -> str:
    """The credit and, where they say something else, the rights."""
    texts = dict.fromkeys(text for text in (said.credit, said.rights) if text)
    return " · ".join(texts)
