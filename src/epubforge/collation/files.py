"""Styles, fonts and all other files of two books laid side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from epubforge.collation.copy import Copy
from epubforge.collation.pairing import Pair
from epubforge.collation.sequences import align
from epubforge.tree.encoding import xml_encoding

Kind = Literal["added", "removed", "renamed", "changed"]
_MOST_LINES = 1_000
"""Lines of a stylesheet that are told."""


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file that was added, taken out, changed, or has another name."""

    kind: Kind
    before: str
    """Its path; empty for one that is new."""
    after: str
    bytes_before: int
    bytes_after: int


@dataclass(frozen=True, slots=True)
class StyleChange:
    """A stylesheet that changed, with the lines that came and went."""

    file: FileChange
    lines_in: int
    lines_out: int
    lines: tuple[str, ...]
    """`-` and an old line, or `+` and a new one; no more than a thousand."""


@dataclass(frozen=True, slots=True)
class FontChange:
    """A font that changed, with what it was and is: family, style, glyphs."""

    file: FileChange
    font_before: str
    font_after: str


def file_changes(before: Copy, after: Copy, pairs: Sequence[Pair]) -> tuple[FileChange, ...]:
    """The files of these pairs that are not the same."""
    found = (_change(before, after, each) for each in pairs)
    return tuple(each for each in found if each is not None)


def style_changes(before: Copy, after: Copy, pairs: Sequence[Pair]) -> tuple[StyleChange, ...]:
    """The stylesheets that are not the same."""
    return tuple(_style(before, after, each) for each in file_changes(before, after, pairs))


def font_changes(before: Copy, after: Copy, pairs: Sequence[Pair]) -> tuple[FontChange, ...]:
    """The fonts that are not the same."""
    return tuple(
        FontChange(each, _font(before, each.before), _font(after, each.after))
        for each in file_changes(before, after, pairs)
    )


def _change(before: Copy, after: Copy, pair: Pair) -> FileChange | None:
    kind: Kind
    if pair.before is None:
        kind = "added"
    elif pair.after is None:
        kind = "removed"
    elif before.marks[pair.before] != after.marks[pair.after]:
        kind = "changed"
    elif pair.before != pair.after:
        kind = "renamed"
    else:
        return None
    sizes = before.bytes(pair.before), after.bytes(pair.after)
    return FileChange(kind, pair.before or "", pair.after or "", *sizes)


def _style(before: Copy, after: Copy, change: FileChange) -> StyleChange:
    if change.kind == "renamed":
        return StyleChange(change, 0, 0, ())
    old, new = _lines(before, change.before), _lines(after, change.after)
    lines: list[str] = []
    for each in align(old, new):
        if not each.is_same:
            lines += [f"-{line}" for line in old[each.start : each.end]]
            lines += [f"+{line}" for line in new[each.other_start : each.other_end]]
    gone = sum(line.startswith("-") for line in lines)
    return StyleChange(change, len(lines) - gone, gone, tuple(lines[:_MOST_LINES]))


def _lines(copy: Copy, path: str) -> list[str]:
    content = copy.opened.book.read(path) if path else None
    if content is None:
        return []
    encoding = xml_encoding(content)[0]
    text = content.decode(encoding if encoding.startswith("utf-16") else "utf-8", "replace")
    return [stripped for line in text.splitlines() if (stripped := line.rstrip())]


def _font(copy: Copy, path: str) -> str:
    found = next((each for each in copy.inventory.fonts if each.path == path), None)
    if found is None:
        return ""
    facts = found.facts
    if facts.fault:
        return facts.fault
    name = " ".join(filter(None, (facts.family, str(facts.weight or ""), facts.style)))
    return name if facts.glyphs is None else f"{name}, {facts.glyphs} glyphs"
