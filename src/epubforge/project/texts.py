"""Texts of the project, read from the disk once as long as their files look the same."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from epubforge.diagnostics import Outcome
from epubforge.project.reading import read_text
from epubforge.source import SourceFile

UNSETTLED = 2_000_000_000
"""Nanoseconds within which a file may be rewritten without a sign of it: clocks of disks are
coarse."""


class Texts(Protocol):
    """Where the texts of chapters come from."""

    def read(self, root: Path, path: Path) -> Outcome[SourceFile]:
        """As `read_text` promises it."""
        ...


class FreshTexts:
    """Every text is read when it is asked for."""

    def read(self, root: Path, path: Path) -> Outcome[SourceFile]:
        """As `read_text` promises it."""
        return read_text(root, path)


@dataclass(frozen=True, slots=True)
class _Known:
    look: tuple[int, ...]
    """What changes with the file."""
    is_settled: bool
    """When it was read, its last change was so long ago that another one would show."""
    text: Outcome[SourceFile]


class KnownTexts:
    """A text is read again only when its file looks otherwise than before."""

    def __init__(self) -> None:
        self._known: dict[tuple[Path, Path], _Known] = {}

    def read(self, root: Path, path: Path) -> Outcome[SourceFile]:
        """As `read_text` promises it; an equal text is the same object as before."""
        look = _look(path)
        before = self._known.get((root, path))
        if before is not None and before.is_settled and before.look == look:
            return before.text
        text = read_text(root, path)
        if before is not None and before.text == text:
            text = before.text
        if look is None:
            self._known.pop((root, path), None)
        else:
            settled = time.time_ns() - max(look[0], look[1]) > UNSETTLED
            self._known[root, path] = _Known(look, settled, text)
        return text


def _look(path: Path) -> tuple[int, ...] | None:
    try:
        status = os.stat(path)
    except OSError:
        return None
    return (status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino, status.st_dev)
