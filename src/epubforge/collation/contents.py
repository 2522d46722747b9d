"""Contents, landmarks and page list of two books laid side by side."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from epubforge.collation.sequences import align
from epubforge.inventory.contents import Contents, Entry


@dataclass(frozen=True, slots=True)
class LineChange:
    """A line of the contents that was added, taken out, or says something else than before."""

    kind: Literal["added", "removed", "retitled", "moved", "deeper", "higher", "redirected"]
    depth: int
    before: str
    """Its title; empty for one that is new."""
    after: str


@dataclass(frozen=True, slots=True)
class _Line:
    depth: int
    title: str
    path: str
    """Of its file, as it is called in the second book."""
    is_whole: bool
    """It leads to the beginning of the file."""


def contents_changes(
    before: Contents, after: Contents, renamed: Mapping[str, str]
) -> tuple[LineChange, ...]:
    """What became of the lines, in the order in which they stand."""
    one = [_line(depth, entry, renamed) for depth, entry in before.lines]
    other = [_line(depth, entry, {}) for depth, entry in after.lines]
    found: list[LineChange] = []
    for each in align([line.title for line in one], [line.title for line in other]):
        old, new = one[each.start : each.end], other[each.other_start : each.other_end]
        if each.is_same:
            found += [c for a, b in zip(old, new, strict=True) for c in _same_title(a, b)]
        else:
            found += _replaced(old, new)
    return tuple(_moves(found))


def _line(depth: int, entry: Entry, renamed: Mapping[str, str]) -> _Line:
    path = entry.path
    return _Line(depth, entry.title, renamed.get(path, path), "#" not in entry.href)


def _same_title(before: _Line, after: _Line) -> Iterator[LineChange]:
    if before.depth != after.depth:
        kind: Literal["deeper", "higher"] = "deeper" if after.depth > before.depth else "higher"
        yield LineChange(kind, after.depth, before.title, after.title)
    if before.path != after.path:
        yield LineChange("redirected", after.depth, before.title, after.title)


def _replaced(before: Sequence[_Line], after: Sequence[_Line]) -> Iterator[LineChange]:
    """Lines that lead to the same file under another title are retitled; the rest come and go."""
    leading: dict[tuple[str, bool], deque[int]] = defaultdict(deque)
    for at, line in enumerate(before):
        leading[line.path, line.is_whole].append(at)
    kept: set[int] = set()
    for line in after:
        same = leading.get((line.path, line.is_whole))
        if same and line.path:
            kept.add(same[0])
            title = before[same.popleft()].title
            yield LineChange("retitled", line.depth, title, line.title)
        else:
            yield LineChange("added", line.depth, "", line.title)
    for at, line in enumerate(before):
        if at not in kept:
            yield LineChange("removed", line.depth, line.title, "")


def _moves(changes: Sequence[LineChange]) -> Iterator[LineChange]:
    """What is gone in one place and new in another has moved."""
    new = [each.after for each in changes if each.kind == "added"]
    gone = [each.before for each in changes if each.kind == "removed"]
    moved = set(new) & set(gone)
    for each in changes:
        if each.kind == "removed" and each.before in moved:
            continue
        if each.kind == "added" and each.after in moved:
            yield LineChange("moved", each.depth, each.after, each.after)
        else:
            yield each


@dataclass(frozen=True, slots=True)
class ListChange:
    """What is no longer, and what is newly, in a list."""

    before: tuple[str, ...]
    after: tuple[str, ...]


def landmark_changes(before: Contents, after: Contents, renamed: Mapping[str, str]) -> ListChange:
    """Landmarks by their meaning, title and file."""
    one = [f"{each.type}: {each.title}" + _where(each.href, renamed) for each in before.landmarks]
    other = [f"{each.type}: {each.title}" + _where(each.href, {}) for each in after.landmarks]
    return _list_change(one, other)


def page_changes(before: Contents, after: Contents) -> ListChange:
    """The pages of the page list."""
    return _list_change([e.title for e in before.pages], [e.title for e in after.pages])


def _where(href: str, renamed: Mapping[str, str]) -> str:
    path, mark, fragment = href.partition("#")
    return f" ({renamed.get(path, path)}{mark}{fragment})"


def _list_change(before: Sequence[str], after: Sequence[str]) -> ListChange:
    old, new = set(before), set(after)
    return ListChange(
        tuple(each for each in before if each not in new),
        tuple(each for each in after if each not in old),
    )
