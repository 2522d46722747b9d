"""The texts of two books laid side by side, paragraph by paragraph."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from epubforge.collation.copy import Copy, texts
from epubforge.collation.pairing import Pair
from epubforge.collation.sequences import Effort, align
from epubforge.collation.wording import Piece, likeness, wording, words_of
from epubforge.inventory.page_text import Paragraph
from epubforge.inventory.words import length

_LIKE_ENOUGH = 0.4
"""Below this two paragraphs are not one in two wordings."""
_MOST_PAIRS = 2_500
"""Pairs of paragraphs in one place that are held against each other; in more they go by their
order."""
_MOST_WORDINGS = 20_000
"""Paragraphs of a book that are told word by word."""
_MOST_WORDS = 8_000_000
"""Words of paragraphs that are held against each other: some seconds."""
_LONGEST = 20_000
"""Characters of a paragraph that is told word by word."""
_SHORTEST_MOVE = 20
"""Characters: shorter ones are the same by chance."""


@dataclass(frozen=True, slots=True)
class ParagraphChange:
    """A paragraph that is new, gone, worded otherwise, moved to another document, or of another
    kind."""

    kind: Literal["changed", "added", "removed", "moved", "retagged"]
    element: str
    """p, h1, li, … as it is now, else as it was."""
    before: str
    after: str
    pieces: tuple[Piece, ...] = ()
    """Of one that is worded otherwise: what stayed, went out and came in, in order."""
    number: int = 0
    """Its place among the document's paragraphs, from 1: as it is now, else as it was."""
    to: str = ""
    """Of one that moved: the path of the document where it is now; of one that is of another
    kind: what it was."""


@dataclass(frozen=True, slots=True)
class TextChange:
    """What changed in the text of one document."""

    title: str
    before: str
    """Its path; empty for one that is new."""
    after: str
    words_before: int
    words_after: int
    paragraphs: tuple[ParagraphChange, ...]


def text_changes(before: Copy, after: Copy, pairs: Sequence[Pair]) -> tuple[TextChange, ...]:
    """The documents whose text changed, in the second book's order, those that are gone last."""
    budget = _Budget()
    found = []
    for pair in pairs:
        one, other = before.steps.get(pair.before or ""), after.steps.get(pair.after or "")
        old, new = texts(one).paragraphs, texts(other).paragraphs
        if old != new:
            step = other or one
            found.append(
                TextChange(
                    title=step.step.title if step else "",
                    before=pair.before or "",
                    after=pair.after or "",
                    words_before=one.length.words if one else 0,
                    words_after=other.length.words if other else 0,
                    paragraphs=tuple(_paragraphs(old, new, budget)),
                )
            )
    return tuple(each for each in _with_moves(found) if each.paragraphs)


class _Budget:
    """What may still be done for one book."""

    def __init__(self) -> None:
        self._wordings = _MOST_WORDINGS
        self._words = _MOST_WORDS
        self.effort = Effort()

    def pieces(self, before: str, after: str) -> tuple[Piece, ...]:
        if not self._wordings or max(len(before), len(after)) > _LONGEST:
            return ()
        self._wordings -= 1
        return wording(before, after, self.effort)

    def likeness(self, before: Counter[str], after: Counter[str]) -> float:
        self._words -= len(before) + len(after)
        return likeness(before, after) if self._words > 0 else 0.0


def _paragraphs(
    before: Sequence[Paragraph], after: Sequence[Paragraph], budget: _Budget
) -> Iterator[ParagraphChange]:
    for each in align([p.text for p in before], [p.text for p in after], budget.effort):
        old, new = before[each.start : each.end], after[each.other_start : each.other_end]
        if each.is_same:
            for at, (one, other) in enumerate(zip(old, new, strict=True), each.other_start + 1):
                if one.element != other.element:
                    yield ParagraphChange(
                        "retagged", other.element, one.text, other.text, number=at, to=one.element
                    )
            continue
        partners = _partners(old, new, budget)
        partnered = set(partners.values())
        for at, one in enumerate(old):
            if at not in partnered:
                number = each.start + at + 1
                yield ParagraphChange("removed", one.element, one.text, "", number=number)
        for at, other in enumerate(new):
            number = each.other_start + at + 1
            partner = partners.get(at)
            if partner is None:
                yield ParagraphChange("added", other.element, "", other.text, number=number)
                continue
            one = old[partner]
            pieces = budget.pieces(one.text, other.text)
            yield ParagraphChange("changed", other.element, one.text, other.text, pieces, number)


def _partners(
    before: Sequence[Paragraph], after: Sequence[Paragraph], budget: _Budget
) -> dict[int, int]:
    """For each new paragraph the old one that it is in other words, in order."""
    old, new = [words_of(p.text) for p in before], [words_of(p.text) for p in after]
    if len(old) * len(new) > _MOST_PAIRS:
        return {
            at: at for at in range(min(len(old), len(new)))
            if budget.likeness(old[at], new[at]) >= _LIKE_ENOUGH
        }  # fmt: skip
    if len(old) == len(new) == 1:  # a short line may share no word with what replaces it
        return {0: 0} if before[0].element == after[0].element else {}
    return _best(
        [[budget.likeness(one, other) for other in new] for one in old], len(old), len(new)
    )


def _best(scores: Sequence[Sequence[float]], height: int, width: int) -> dict[int, int]:
    """The pairs, in order, that are most alike all together."""
    table = [[0.0] * (width + 1) for _ in range(height + 1)]
    for at in range(height - 1, -1, -1):
        for other_at in range(width - 1, -1, -1):
            score = scores[at][other_at]
            joined = table[at + 1][other_at + 1] + score if score >= _LIKE_ENOUGH else -1.0
            table[at][other_at] = max(joined, table[at + 1][other_at], table[at][other_at + 1])
    found: dict[int, int] = {}
    at = other_at = 0
    while at < height and other_at < width:
        if table[at][other_at] == table[at + 1][other_at]:
            at += 1
        elif table[at][other_at] == table[at][other_at + 1]:
            other_at += 1
        else:
            found[other_at] = at
            at, other_at = at + 1, other_at + 1
    return found


def _with_moves(changes: Sequence[TextChange]) -> Iterator[TextChange]:
    """What is gone from one document and new in another has moved: told once, where it was."""
    new: dict[str, deque[str]] = defaultdict(deque)
    for document in changes:
        for each in document.paragraphs:
            if each.kind == "added" and len(each.after) >= _SHORTEST_MOVE:
                new[each.after].append(document.after)
    moved: dict[tuple[str, str], int] = defaultdict(int)
    rewritten: list[TextChange] = []
    for document in changes:
        kept = []
        for each in document.paragraphs:
            if each.kind == "removed" and new.get(each.before):
                place = new[each.before].popleft()
                moved[place, each.before] += 1
                each = replace(each, kind="moved", after=each.before, to=place)
            kept.append(each)
        rewritten.append(replace(document, paragraphs=tuple(kept)))
    for document in rewritten:
        kept = []
        for each in document.paragraphs:
            if each.kind == "added" and moved[document.after, each.after]:
                moved[document.after, each.after] -= 1
            else:
                kept.append(each)
        yield replace(document, paragraphs=tuple(kept))


def words_in_and_out(changes: Sequence[TextChange]) -> tuple[int, int]:
    """How many words came in, and how many went out, moved ones not counted."""
    came = gone = 0
    for document in changes:
        for each in document.paragraphs:
            if each.kind == "changed":
                pieces = each.pieces or (Piece("out", each.before), Piece("in", each.after))
                came += sum(length(p.text).words for p in pieces if p.kind == "in")
                gone += sum(length(p.text).words for p in pieces if p.kind == "out")
            elif each.kind == "added":
                came += length(each.after).words
            elif each.kind == "removed":
                gone += length(each.before).words
    return came, gone
