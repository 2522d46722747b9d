"""An include turned into the lines that it brings in, or into the reason why it brings none."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import Final

from markdown_it.rules_block import StateBlock

from epubforge.diagnostics import Rule, Severity
from epubforge.markdown.directives import Fault
from epubforge.markdown.texts import Include, Part, Texts

INCLUDE_MISSING = Rule(
    "M085",
    "include-missing",
    Severity.ERROR,
    """A file that is to be included is not there, or may not be read.

    Why it matters
        A part of the text would be missing, so no book is written.
    Bad
        {{include letters/adda.md}}
    Good
        {{include letters/ada.md}}
    """,
    blocking=True,
)
INCLUDE_CIRCULAR = Rule(
    "M086",
    "include-circular",
    Severity.ERROR,
    """A file includes itself, by itself or through others.

    Why it matters
        Its text would never come to an end, so no book is written.
    Bad
        in letters.md: {{include letters.md}}
    Good
        in letters.md: {{include letters/ada.md}}
    """,
    blocking=True,
)
INCLUDE_UNCLEAR = Rule(
    "M087",
    "include-not-understood",
    Severity.ERROR,
    """What is said behind the path of an include is not understood, or names lines that the file
    does not have.

    Why it matters
        Nobody can tell which part of the file is meant, so no book is written.
    Bad
        {{include letters/ada.md lines=9-3}}
    Good
        {{include letters/ada.md lines=3-9}}
    """,
    blocking=True,
)

_LINES: Final = re.compile(r"(?P<first>\d{1,9})(?P<dash>-(?P<last>\d{1,9})?)?\Z")
_MOST: Final = 200_000


@dataclass(frozen=True, slots=True)
class Brought:
    """A file, and which of its lines, counted from 0; the last one is exclusive."""

    part: Part
    first: int
    last: int


def brought(state: StateBlock, order: Include, at: int) -> Brought | Fault:
    """The lines that an include means, or why it brings none."""
    texts: Texts | None = state.env.get("texts")
    if texts is None:
        return _missing(order.path, {})
    part = texts.part_of(order.path, texts.part_at(at).source)
    if part is None:
        own = texts.part_at(at).source
        if _means(order.path, own.path, texts.parts[0].source.path):
            return _circular(order.path)
        return _missing(order.path, dict(texts.refused))
    if part.source.path in open_files(state, texts):
        return _circular(order.path)
    lines = _lines(order, part)
    return lines if isinstance(lines, Fault) else _within_bounds(state, order, lines)


def _within_bounds(state: StateBlock, order: Include, lines: Brought) -> Brought | Fault:
    """Files that include others many times over could bring in more than any book holds."""
    count = state.env.get("brought", 0) + lines.last - lines.first
    state.env["brought"] = count
    if count <= _MOST:
        return lines
    said = f"with {order.path} the chapter has more than {_MOST:,} lines from other files"
    return Fault(INCLUDE_UNCLEAR, said, "include each file where it is read, and once")


def _means(path: str, including: str, wanted: str) -> bool:
    near = posixpath.join(posixpath.dirname(including), path)
    return wanted in (posixpath.normpath(path), posixpath.normpath(near))


def open_files(state: StateBlock, texts: Texts) -> list[str]:
    """The files that are being brought in, one inside the other; the chapter is the first."""
    opened: list[str] = state.env.setdefault("opened", [texts.parts[0].source.path])
    return opened


def _missing(path: str, refused: dict[str, str]) -> Fault:
    reason = refused.get(path, "is not there")
    hint = "name it from this file's folder, or from the root of the project"
    return Fault(INCLUDE_MISSING, f"{path} {reason}", hint)


def _circular(path: str) -> Fault:
    hint = "take the include out, or move what is meant into a file of its own"
    return Fault(INCLUDE_CIRCULAR, f"{path} is already being included here", hint)


def _lines(order: Include, part: Part) -> Brought | Fault:
    first, last = 0, part.lines
    for key, value in order.options:
        found = _LINES.match(value) if key == "lines" else None
        if found is None:
            said = f"{key}={value} is not understood behind {order.path}"
            return Fault(INCLUDE_UNCLEAR, said, "write lines=3-9, lines=3 or lines=3-")
        first = int(found["first"]) - 1
        last = int(found["last"]) if found["last"] else part.lines if found["dash"] else first + 1
        if not 0 <= first < last <= part.lines:
            said = f"{order.path} has no lines {value}: it has {part.lines}"
            return Fault(INCLUDE_UNCLEAR, said, "count from 1, the smaller number first")
    return Brought(part, first, last)
