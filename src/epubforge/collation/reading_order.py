"""The reading orders of two books laid side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from epubforge.collation.copy import Copy
from epubforge.collation.pairing import Pair
from epubforge.collation.sequences import rising


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """A document that was added or taken out, has another name, place or showing."""

    kind: Literal["added", "removed", "renamed", "moved", "shown otherwise"]
    title: str
    before: str
    """Its path; empty for one that is new."""
    after: str


def order_changes(before: Copy, after: Copy, pairs: Sequence[Pair]) -> tuple[DocumentChange, ...]:
    """What became of the documents, in the order of the second book, those that are gone last."""
    found: list[DocumentChange] = []
    moved = _moved(before, after, pairs)
    for each in pairs:
        title = _title(after if each.after else before, each.after or each.before or "")
        old, new = each.before or "", each.after or ""
        if not old or not new:
            found.append(DocumentChange("removed" if old else "added", title, old, new))
            continue
        if old != new:
            found.append(DocumentChange("renamed", title, old, new))
        if each in moved:
            found.append(DocumentChange("moved", title, old, new))
        if _showing(before, old) != _showing(after, new):
            found.append(DocumentChange("shown otherwise", title, old, new))
    return tuple(found)


def _title(copy: Copy, path: str) -> str:
    return copy.steps[path].step.title


def _showing(copy: Copy, path: str) -> tuple[bool, str, str]:
    step = copy.steps[path].step
    return step.linear, step.layout, step.side


def _moved(before: Copy, after: Copy, pairs: Sequence[Pair]) -> set[Pair]:
    """The fewest documents that must be moved to make one order of the other."""
    places = {path: at for at, path in enumerate(before.steps)}
    kept = [each for each in pairs if each.before and each.after]
    numbered = [(at, places[each.before or ""]) for at, each in enumerate(kept)]
    still = {at for at, _ in rising(numbered)}
    return {each for at, each in enumerate(kept) if at not in still}
