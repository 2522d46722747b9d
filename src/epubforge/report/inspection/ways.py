"""The ways through the book: contents, landmarks, pages, reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from epubforge.inventory.contents import Entry
from epubforge.inventory.reading_order import Step
from epubforge.inventory.take import Inventory
from epubforge.report.layout import Column, Layout, Line, Said
from epubforge.report.measures import counted, size

T = TypeVar("T")
_MOST_CHILDREN, _FIRST_CHILDREN = 12, 8
_MOST_LINES = 150
_MOST_STEPS, _FIRST_STEPS, _LAST_STEPS = 24, 16, 6
MORE = "-v shows all"


def contents(page: Layout, inventory: Inventory, whole: bool) -> None:
    """The tree; of many entries under one, the first and the last."""
    page.heading("Contents")
    if not inventory.contents.toc:
        page.line(Said("The book has no table of contents that can be read.", "yellow"), 2)
        return
    lines = list(_tree(inventory.contents.toc, 0, whole))
    shown = lines if whole else lines[:_MOST_LINES]
    for depth, line in shown:
        page.line(line, 2 + 2 * min(depth, 10))
    if len(shown) < len(lines):
        page.line(Said(f"… {len(lines) - len(shown):,} more, {MORE}", "dim"), 2)


def _tree(entries: Sequence[Entry], depth: int, whole: bool) -> Iterator[tuple[int, Line]]:
    shown, left, last = _cut(entries, _MOST_CHILDREN, _FIRST_CHILDREN, 1, whole)
    for entry in shown:
        yield depth, entry.title or Said("(no title)", "dim")
        yield from _tree(entry.children, depth + 1, whole)
    if left:
        yield depth, Said(f"… {left:,} more, {MORE}", "dim")
    for entry in last:
        yield depth, entry.title or Said("(no title)", "dim")
        yield from _tree(entry.children, depth + 1, whole)


def landmarks(page: Layout, inventory: Inventory, folder: str) -> None:
    """The landmarks by their meanings."""
    if not inventory.contents.landmarks:
        return
    page.heading("Landmarks")
    page.table(
        (Column(), Column(), Column(shrinks=True)),
        (
            (each.type or "?", each.title, Said(each.href.removeprefix(folder), "dim"))
            for each in inventory.contents.landmarks[:_MOST_STEPS]
        ),
    )


def page_list(page: Layout, inventory: Inventory) -> None:
    """Which pages can be gone to."""
    pages = inventory.contents.pages
    if not pages:
        return
    page.heading("Page list")
    first, last = pages[0].title or "?", pages[-1].title or "?"
    extent = f"from {first} to {last}" if len(pages) > 1 else first
    page.line(f"{counted(len(pages), 'page')}, {extent}", 2)


def reading_order(page: Layout, inventory: Inventory, folder: str, whole: bool) -> None:
    """The documents as they follow each other."""
    steps = list(enumerate(inventory.spine, 1))
    shown, left, last = _cut(steps, _MOST_STEPS, _FIRST_STEPS, _LAST_STEPS, whole)
    page.heading("Reading order")
    columns = (
        Column(right=True), Column("title", shrinks=True), Column("file", shrinks=True),
        Column("words", right=True), Column("size", right=True), Column(""),
    )  # fmt: skip
    rows = [_step(number, step, folder) for number, step in shown]
    if left:
        rows.append(("…", Said(f"{left:,} more, {MORE}", "dim"), "", "", "", ""))
    rows += [_step(number, step, folder) for number, step in last]
    page.table(columns, rows)


def _step(number: int, step: Step, folder: str) -> tuple[Line, ...]:
    remarks = [
        "" if step.linear else "aside",
        {"pre-paginated": "fixed", "reflowable": "flows"}.get(step.layout, ""),
        step.side,
    ]
    return (
        str(number),
        step.title or Said("(no title)", "dim"),
        Said(step.path.removeprefix(folder) or "missing", "dim" if step.path else "yellow"),
        f"{step.words:,}",
        size(step.bytes),
        Said(", ".join(filter(None, remarks)), "dim"),
    )


def unread(page: Layout, inventory: Inventory, folder: str) -> None:
    """What could not be looked into."""
    if inventory.unread:
        page.heading(f"Not read: {counted(len(inventory.unread), 'file')}")
        page.points(
            Said(
                f"{each.path.removeprefix(folder) or 'a step of the reading order'}: {each.reason}",
                "yellow",
            )
            for each in inventory.unread[:_MOST_STEPS]
        )


def _cut(
    items: Sequence[T], most: int, first: int, last: int, whole: bool
) -> tuple[Sequence[T], int, Sequence[T]]:
    """The first ones, how many are left out, the last ones; all where they are not too many."""
    if whole or len(items) <= most:
        return items, 0, ()
    return items[:first], len(items) - first - last, items[-last:]
