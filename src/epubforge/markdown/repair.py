"""Raw HTML among what we write: which stretch of the body holds it, and mending that stretch."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from epubforge.markup import is_well_formed, is_well_nested, repair
from epubforge.model.document import Slot, SlotKind
from epubforge.source import Span

Piece = str | Slot

_DEEPEST: Final = 100

_CLOSED_BY_OTHERS: Final = frozenset({"p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody"})
"""Elements whose end tag HTML lets one leave out."""


@dataclass(frozen=True, slots=True)
class OpenTag:
    """A raw start tag that waits for its end."""

    name: str
    place: Span
    depth: int
    """How deep the block lies that it was written in."""


@dataclass(slots=True)
class Stretch:
    """The raw tags of the blocks being written: what is open, and where."""

    begins: int = 0
    """The first piece of the stretch."""
    depth: int = 0
    """How deep the block lies that is being written."""
    first: Span | None = None
    """The first raw tag in it."""
    opened: list[OpenTag] = field(default_factory=list)
    late: list[str] = field(default_factory=list)
    """What an end tag inside a paragraph ends after it."""
    links: list[tuple[int, int]] = field(default_factory=list)
    """Open raw links: which of the outline's, -1 for none, and where their text begins."""
    dropping: str | None = None
    """The refused element whose content is being left out."""
    dropped_from: int = 0
    faults: list[tuple[Span, str]] = field(default_factory=list)
    """Tags that do not fit, each with what is wrong with it."""

    def open(self, name: str, place: Span) -> None:
        """A start tag was written."""
        self.opened.append(OpenTag(name, place, self.depth))

    def close(self, name: str, place: Span) -> str:
        """The end tags to write for one that was met: those of what was left open inside, first."""
        here = [tag.name for tag in self.opened if tag.depth == self.depth]
        if name in here:
            written = ""
            while self.opened:
                tag = self.opened.pop()
                written += f"</{tag.name}>"
                if tag.name == name:
                    break
                self._fault(tag, f"<{tag.name}> is not closed before </{name}>")
            return written
        if any(tag.name == name and tag.depth == self.depth - 1 for tag in self.opened):
            self.late.append(name)
            return ""
        self.faults.append((place, f"</{name}> closes nothing here"))
        return ""

    def leave(self, depth: int) -> str:
        """The end tags to write where a block of that depth ends: none may cross its end."""
        written = ""
        while self.opened and self.opened[-1].depth > depth:
            tag = self.opened.pop()
            written += f"</{tag.name}>"
            self._fault(tag, f"<{tag.name}> is not closed where it stands")
        return written

    def end_late(self, depth: int) -> str:
        """The end tags to write after a block, for those that stood inside it."""
        self.depth = depth
        late, self.late = self.late, []
        here = {tag.name: tag.place for tag in self.opened if tag.depth == depth}
        ends = "".join(self.close(name, here[name]) for name in late if name in here)
        return f"{ends}\n" if ends else ""

    def _fault(self, tag: OpenTag, message: str) -> None:
        if tag.name not in _CLOSED_BY_OTHERS:
            self.faults.append((tag.place, message))

    @property
    def is_foreign(self) -> bool:
        """Whether we are inside a drawing or a formula."""
        return any(tag.name in ("svg", "math") for tag in self.opened)

    @property
    def is_too_deep(self) -> bool:
        """Whether no more tags may be opened: readers have their limits."""
        return len(self.opened) >= _DEEPEST

    @property
    def is_open(self) -> bool:
        """Whether something waits for an end tag that may stand in a later block."""
        return bool(self.opened)


def mend(pieces: list[Piece]) -> list[Piece] | None:
    """The pieces as one well-formed stretch; None where they are one already."""
    name = "data-slot"
    texts = [piece for piece in pieces if isinstance(piece, str)]
    while any(name in text for text in texts):
        name += "x"
    fragment = "".join(_held(piece, name) for piece in pieces)
    if is_well_nested(fragment):
        return None
    mended = repair(fragment)
    return _with_slots(mended, name) if is_well_formed(mended) else None


def _held(piece: Piece, name: str) -> str:
    if isinstance(piece, str):
        return piece
    return f' {name}="{piece.kind.value}-{piece.index}"'


def _with_slots(text: str, name: str) -> list[Piece]:
    pieces: list[Piece] = []
    kinds = {kind.value: kind for kind in SlotKind}
    parts = re.split(rf' {name}="([a-z-]+)-(\d+)"', text)
    for at in range(0, len(parts), 3):
        pieces.append(parts[at])
        if at + 2 < len(parts):
            pieces.append(Slot(kinds[parts[at + 1]], int(parts[at + 2])))
    return pieces
