"""A changed file as a unified diff, as `patch -p1` and `git apply` read it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from epubforge.report.safe import COMMAND, escape, visible

_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_COMMAND = re.compile(r"(?<=^.):(?=:[^:])")
"""`::error …` at the start of a line, behind the diff's own sign."""
_NO_END = "\n\\ No newline at end of file\n"


def diff(path: str, before: str, after: str) -> str:
    """What changes in a file; empty where nothing does.

    Line ends stay as the file has them. Signs that would command a terminal or a build server are
    escaped.
    """
    return "".join(_lines(visible(path), before, after))


def _lines(path: str, before: str, after: str) -> Iterator[str]:
    old, new = (text.split("\n") for text in (before, after))
    lines = difflib.unified_diff(_ended(old), _ended(new), f"a/{path}", f"b/{path}")
    for number, line in enumerate(lines):
        shown = line if line.endswith("\n") else line + _NO_END
        yield shown if number < 2 else _harmless(shown)


def _harmless(line: str) -> str:
    for pattern in (_UNSEEN, COMMAND, _COMMAND):
        line = pattern.sub(lambda sign: escape(sign[0]), line)
    return line


def _ended(lines: list[str]) -> list[str]:
    """The lines with their ends; the last has none."""
    ended = [f"{line}\n" for line in lines[:-1]]
    return [*ended, lines[-1]] if lines[-1] else ended
