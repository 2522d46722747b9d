"""What a project is read from: the disk, or the disk with what was learnt of it just now."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from epubforge.diagnostics import Outcome, Reporter
from epubforge.project.modified import Witnesses, date_of
from epubforge.project.reading import read_text
from epubforge.source import SourceFile

UNSETTLED = 2_000_000_000
"""Nanoseconds within which a file may be rewritten without a sign of it: clocks of disks are
coarse."""


class Disk(Protocol):
    """What costs most of all that is asked of the disk."""

    def text(self, root: Path, path: Path) -> Outcome[SourceFile]:
        """The text of a chapter, as `read_text` promises it."""
        ...

    def date(self, settings: SourceFile, witnesses: Callable[[], Witnesses]) -> Outcome[str]:
        """When a project of these settings was changed, as `date_of` promises it."""
        ...


class PlainDisk:
    """Everything is looked up when it is asked for."""

    def text(self, root: Path, path: Path) -> Outcome[SourceFile]:
        """As `read_text` promises it."""
        return read_text(root, path)

    def date(self, settings: SourceFile, witnesses: Callable[[], Witnesses]) -> Outcome[str]:
        """As `date_of` promises it."""
        reporter = Reporter()
        return Outcome(date_of(witnesses(), reporter), reporter.found)


@dataclass(frozen=True, slots=True)
class _Known:
    look: tuple[int, ...]
    """What changes with the file."""
    is_settled: bool
    """When it was read, its last change was so long ago that another one would show."""
    text: Outcome[SourceFile]


class KnownDisk:
    """For one who asks again and again: texts are read again only when their files look otherwise.

    The date is that of the first time, as long as book.toml is the same: a book that is looked at
    while it is written has none yet, and Git would be asked for it at each change.
    """

    def __init__(self) -> None:
        self._texts: dict[tuple[Path, Path], _Known] = {}
        self._date: tuple[SourceFile, Outcome[str]] | None = None

    def text(self, root: Path, path: Path) -> Outcome[SourceFile]:
        """As `read_text` promises it; an equal text is the same object as before."""
        look = _look(path)
        before = self._texts.get((root, path))
        if before is not None and before.is_settled and before.look == look:
            return before.text
        text = read_text(root, path)
        if before is not None and before.text == text:
            text = before.text
        if look is None:
            self._texts.pop((root, path), None)
        else:
            settled = time.time_ns() - max(look[0], look[1]) > UNSETTLED
            self._texts[root, path] = _Known(look, settled, text)
        return text

    def date(self, settings: SourceFile, witnesses: Callable[[], Witnesses]) -> Outcome[str]:
        """As `date_of` promises it, of the first time."""
        if self._date is None or self._date[0] != settings:
            self._date = (settings, PlainDisk().date(settings, witnesses))
        return self._date[1]


def _look(path: Path) -> tuple[int, ...] | None:
    try:
        status = os.stat(path)
    except OSError:
        return None
    return (status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino, status.st_dev)
