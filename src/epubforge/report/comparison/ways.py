"""The ways through the book: contents, landmarks, pages, reading order."""

from __future__ import annotations

from collections.abc import Sequence

from epubforge.collation.collate import Collation
from epubforge.collation.contents import LineChange, ListChange
from epubforge.collation.reading_order import DocumentChange
from epubforge.report.comparison.signs import new, out
from epubforge.report.layout import Layout, Line, Said
from epubforge.report.measures import counted

MOST = 12
"""Lines of a list that are shown without -v."""


def more(count: int) -> Said:
    """What stands for the lines that are not shown."""
    return Said(f"… {count:,} more, -v shows all", "dim")


def listed(page: Layout, lines: Sequence[Line], whole: bool, indent: int = 2) -> None:
    """A list, shortened unless it is wanted whole."""
    shown = lines if whole or len(lines) <= MOST + 1 else lines[:MOST]
    for line in shown:
        page.line(line, indent)
    if len(shown) < len(lines):
        page.line(more(len(lines) - len(shown)), indent)


def contents(page: Layout, collation: Collation, whole: bool) -> None:
    """Lines of the contents that came, went or say something else."""
    if collation.contents:
        page.heading("Contents")
        listed(page, [_line(each) for each in collation.contents], whole)


def _line(change: LineChange) -> Line:
    match change.kind:
        case "added":
            return new(change.after or "(no title)")
        case "removed":
            return out(change.before or "(no title)")
        case "retitled":
            return [change.before or "(no title)", Said(" → ", "dim"), change.after or "(no title)"]
        case "moved":
            return [change.after, Said("  stands elsewhere", "dim")]
        case "deeper" | "higher":
            return [change.after, Said(f"  stands {change.kind}", "dim")]
        case "redirected":
            return [change.after, Said("  leads to another document", "dim")]


def lists(page: Layout, collation: Collation) -> None:
    """Landmarks and pages."""
    for title, change in (("Landmarks", collation.landmarks), ("Page list", collation.pages)):
        if change.before or change.after:
            page.heading(title)
            _list(page, change)


def _list(page: Layout, change: ListChange) -> None:
    if len(change.before) + len(change.after) > MOST:
        for count, sign in ((len(change.before), out), (len(change.after), new)):
            if count:
                page.line(sign(counted(count, "entry", "entries")), 2)
        return
    listed(page, [*map(out, change.before), *map(new, change.after)], True)


def documents(page: Layout, collation: Collation, whole: bool) -> None:
    """What became of the documents of the reading order."""
    if not collation.documents:
        return
    page.heading("Documents")
    changes: dict[tuple[str, str], list[DocumentChange]] = {}
    for each in collation.documents:
        changes.setdefault((each.before, each.after), []).append(each)
    folder = collation.folder
    listed(page, [_document(those, folder) for those in changes.values()], whole)


_BECAME = {"moved": "stands elsewhere", "shown otherwise": "layout, side or linear changed"}


def _document(changes: Sequence[DocumentChange], folder: str) -> Line:
    """All that became of one document."""
    first = changes[0]
    title = first.title or "(no title)"
    before, after = first.before.removeprefix(folder), first.after.removeprefix(folder)
    if not before or not after:
        return [(new if after else out)(title), Said(f"  {after or before}", "dim")]
    path = after if before == after else f"{before} → {after}"
    became = ", ".join(_BECAME[each.kind] for each in changes if each.kind in _BECAME)
    return [title, Said(f"  {path}", "dim"), f"  {became}" if became else ""]
