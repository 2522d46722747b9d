"""The weights of two books laid side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from epubforge.collation.copy import Copy
from epubforge.collation.pairing import Pair
from epubforge.inventory.sizes import KINDS

_MANY = 10


@dataclass(frozen=True, slots=True)
class KindGrowth:
    """Of all files of a kind, packed."""

    kind: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class FileGrowth:
    """Of one file, packed; 0 where it is not there."""

    path: str
    """As it is called in the second book, else in the first."""
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Growth:
    """Of the whole book."""

    before: int
    """Bytes of the EPUB file."""
    after: int
    kinds: tuple[KindGrowth, ...]
    """Those whose weight is another."""
    heaviest: tuple[FileGrowth, ...]
    """The files that grew or shrank most."""


def growth(before: Copy, after: Copy, pairs: Sequence[Pair]) -> Growth:
    """What grew and what shrank."""
    old = {each.kind: each.packed for each in before.inventory.sizes.kinds}
    new = {each.kind: each.packed for each in after.inventory.sizes.kinds}
    kinds = (KindGrowth(kind, old.get(kind, 0), new.get(kind, 0)) for kind in KINDS)
    files = (
        FileGrowth(e.after or e.before or "", before.size(e.before), after.size(e.after))
        for e in pairs
    )
    changed = [each for each in files if each.before != each.after]
    changed.sort(key=lambda each: (-abs(each.after - each.before), each.path))
    return Growth(
        before=before.inventory.sizes.bytes,
        after=after.inventory.sizes.bytes,
        kinds=tuple(each for each in kinds if each.before != each.after),
        heaviest=tuple(changed[:_MANY]),
    )
