"""The numbers of figures, tables, equations and listings, in the order of the book."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from epubforge.compose.tree import ChapterNode
from epubforge.language.labels import labels
from epubforge.model.document import Numbered
from epubforge.model.project import FigureNumbers

Numbers = Mapping[str, tuple[str, ...]]
"""For the href of each chapter the numbers of what is numbered in it; empty: it has none."""


def numbers(nodes: Iterable[ChapterNode], mode: FigureNumbers) -> Numbers:
    """The number of each numbered thing: each kind is counted by itself.

    By chapter it is behind the chapter's own number, `2.3`; on pages that are no counted chapter,
    such as a preface, the count runs through all of them.
    """
    counts: Counter[tuple[str, int | None]] = Counter()
    found: dict[str, tuple[str, ...]] = {}
    for node in nodes:
        chapter = node.ordinal if mode == "chapter" else None
        own: list[str] = []
        for thing in node.document.outline.numbered:
            counts[thing.kind, chapter] += 1
            number = counts[thing.kind, chapter]
            own.append("" if mode == "none" else f"{chapter}.{number}" if chapter else f"{number}")
        found[node.href] = tuple(own)
    return found


def name_of(thing: Numbered, number: str, language: str) -> str:
    """What a text calls it: "Figure 3"; without a number its caption, or what it is."""
    if number:
        return labels(language)[thing.kind].format(number)
    return thing.caption or labels(language)[thing.kind].format("").strip()


def caption_label(thing: Numbered, number: str, language: str) -> str:
    """What stands in its caption: "Figure 3", and an equation's number in brackets."""
    if not number:
        return ""
    return f"({number})" if thing.kind == "equation" else name_of(thing, number, language)
