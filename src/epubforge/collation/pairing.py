"""The files of two books in pairs: the same one before and after, whatever it is called."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Items = Mapping[str, float]
"""What a document holds by itself, by its mark, and how much of the document it is."""
_LIKE_ENOUGH = 0.4


@dataclass(frozen=True, slots=True)
class Pair:
    """A file before and after; None where it was not there."""

    before: str | None
    after: str | None


def pair_files(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Pair, ...]:
    """Files by path and mark: those of one path, then those of one content, then the rest alone.

    In the order of the second book; what is gone comes last.
    """
    pairs = {path: path for path in after if path in before}
    _pair_by_mark(
        {path: mark for path, mark in before.items() if path not in pairs},
        {path: mark for path, mark in after.items() if path not in pairs},
        pairs,
    )
    found = [Pair(pairs.get(path), path) for path in after]
    kept = set(pairs.values())
    return (*found, *(Pair(path, None) for path in before if path not in kept))


def pair_documents(
    before: Mapping[str, tuple[str, Items]], after: Mapping[str, tuple[str, Items]]
) -> tuple[Pair, ...]:
    """Documents by mark and by what is in them: an inserted chapter must not shift all others.

    First those of equal content, of these first those of equal name; then those that share most
    of what they alone hold; then those of equal name.
    """
    pairs = {
        path: path
        for path, (mark, _) in after.items()
        if path in before and before[path][0] == mark
    }
    _pair_by_mark(
        {path: mark for path, (mark, _) in before.items() if path not in pairs},
        {path: mark for path, (mark, _) in after.items() if path not in pairs},
        pairs,
    )
    _pair_by_likeness(before, after, pairs)
    taken = set(pairs.values())
    for path in after:
        if path not in pairs and path in before and path not in taken:
            pairs[path] = path
    kept = set(pairs.values())
    found = [Pair(pairs.get(path), path) for path in after]
    return (*found, *(Pair(path, None) for path in before if path not in kept))


def _pair_by_mark(
    before: Mapping[str, str], after: Mapping[str, str], pairs: dict[str, str]
) -> None:
    waiting: dict[str, deque[str]] = defaultdict(deque)
    for path, mark in before.items():
        waiting[mark].append(path)
    for path, mark in after.items():
        if waiting.get(mark):
            pairs[path] = waiting[mark].popleft()


def _pair_by_likeness(
    before: Mapping[str, tuple[str, Items]],
    after: Mapping[str, tuple[str, Items]],
    pairs: dict[str, str],
) -> None:
    taken = set(pairs.values())
    own, other_own = (_own_items(documents) for documents in (before, after))
    weights, other_weights = _weights(own), _weights(other_own)
    shared: dict[tuple[str, str], float] = defaultdict(float)
    for mark, (holder, amount) in own.items():
        other = other_own[mark][0] if mark in other_own else None
        if other is not None and holder not in taken and other not in pairs:
            shared[holder, other] += amount
    scores = [
        (-amount / max(weights[one], other_weights[other]), one != other, one, other)
        for (one, other), amount in shared.items()
    ]
    for score, _, one, other in sorted(scores):
        if -score >= _LIKE_ENOUGH and one not in taken and other not in pairs:
            pairs[other] = one
            taken.add(one)


def _own_items(documents: Mapping[str, tuple[str, Items]]) -> dict[str, tuple[str, float]]:
    """What one document alone holds, with that document; what several hold tells nothing."""
    found: dict[str, tuple[str, float]] = {}
    several: set[str] = set()
    for path, (_, items) in documents.items():
        for mark, amount in items.items():
            if mark in found:
                several.add(mark)
            found[mark] = (path, amount)
    return {mark: held for mark, held in found.items() if mark not in several}


def _weights(own: Mapping[str, tuple[str, float]]) -> dict[str, float]:
    """How much there is in each document that it alone holds."""
    found: dict[str, float] = defaultdict(float)
    for path, amount in own.values():
        found[path] += amount
    return found


def renamed(pairs: Iterable[Pair]) -> dict[str, str]:
    """The later path of each earlier one that has one."""
    return {each.before: each.after for each in pairs if each.before and each.after}
