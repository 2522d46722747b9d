"""Raw HTML among what we write: which stretch of the body holds it, and mending that stretch."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from epubforge.markup import is_well_nested, repair
from epubforge.model.document import Slot, SlotKind
from epubforge.source import Span

Piece = str | Slot

_CLOSED_BY_OTHERS: Final = frozenset({"p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody"})
"""Elements whose end tag HTML lets one leave out."""


@dataclass(slots=True)
class Stretch:
    """The raw tags of the blocks being written: what is open, and where."""

    begins: int = 0
    """The first piece of the stretch."""
    first: Span | None = None
    """The first raw tag in it."""
    opened: list[tuple[str, Span]] = field(default_factory=list)
    links: list[tuple[int, int]] = field(default_factory=list)
    """Open raw links: which of the outline's, -1 for none, and where their text begins."""
    dropping: str | None = None
    """The refused element whose content is being left out."""
    dropped_from: int = 0
    faults: list[tuple[Span, str]] = field(default_factory=list)
    """Tags that do not fit, each with what is wrong with it."""

    def open(self, name: str, place: Span) -> None:
        """A start tag was written."""
        self.first = self.first or place
        self.opened.append((name, place))

    def close(self, name: str, place: Span) -> None:
        """An end tag was written."""
        self.first = self.first or place
        names = [known for known, _ in self.opened]
        if name not in names:
            self.faults.append((place, f"</{name}> closes nothing"))
            return
        while self.opened:
            known, where = self.opened.pop()
            if known == name:
                return
            if known not in _CLOSED_BY_OTHERS:
                self.faults.append((where, f"<{known}> is not closed before </{name}>"))

    @property
    def is_foreign(self) -> bool:
        """Whether we are inside a drawing or a formula."""
        return any(name in ("svg", "math") for name, _ in self.opened)

    @property
    def is_open(self) -> bool:
        """Whether something waits for an end tag that may stand in a later block."""
        return any(name not in _CLOSED_BY_OTHERS for name, _ in self.opened)


def mend(pieces: list[Piece]) -> list[Piece] | None:
    """The pieces as one well-formed stretch; None where they are one already."""
    name = "data-slot"
    texts = [piece for piece in pieces if isinstance(piece, str)]
    while any(name in text for text in texts):
        name += "x"
    fragment = "".join(_held(piece, name) for piece in pieces)
    if is_well_nested(fragment):
        return None
    return _with_slots(repair(fragment), name)


def _held(piece: Piece, name: str) -> str:
    if isinstance(piece, str):
        return piece
    return f' {name}="{piece.kind.value}-{piece.index}"'


def _with_slots(text: str, name: str) -> list[Piece]:
    pieces: list[Piece] = []
    kinds = {kind.value: kind for kind in SlotKind}
    parts = re.split(rf' {name}="([a-z]+)-(\d+)"', text)
    for at in range(0, len(parts), 3):
        pieces.append(parts[at])
        if at + 2 < len(parts):
            pieces.append(Slot(kinds[parts[at + 1]], int(parts[at + 2])))
    return pieces
