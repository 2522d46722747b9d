"""How to run: what comes from outside the project, and the counting of what is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from epubforge.pipeline.memo import Memo
from epubforge.pipeline.workers import cores

if TYPE_CHECKING:
    from epubforge.project.disk import Disk


def _silent(stage: str, done: int, total: int) -> None:
    """No progress is shown."""


@dataclass(frozen=True, slots=True)
class Run:
    """How to run: what comes from outside the project."""

    jobs: int = field(default_factory=cores)
    source_date_epoch: str | None = None
    """The environment variable of that name: https://reproducible-builds.org/specs/source-date-epoch/"""
    progress: Callable[[str, int, int], None] = _silent
    """Told the stage's name, how much of it is done, and how much there is."""
    memo: Memo = field(default_factory=Memo)
    disk: Disk | None = None
    """What the project is read from; None: from the disk, without a memory of it."""
    edition: str | None = None
    """The edition's name; None: the main one."""
    workshop: Path | None = None
    """Where pictures are made; None: in a folder that is gone after the build. Builds that share it
    and a memo share their pictures."""
    in_processes: bool = True
    """Long texts may be read in several processes."""
    stand_ins: bool = False
    """Where a picture is missing or broken, something says so on its page, which is looked at and
    not written: for a preview."""
    cover_file: Path | None = None
    """Where the shop's cover is to be written besides, as .jpg or .png."""


class Counter:
    """Counts what is done of a stage, and tells it."""

    def __init__(self, stage: str, total: int, tell: Callable[[str, int, int], None]) -> None:
        self._stage, self._total, self._tell, self._done = stage, total, tell, 0

    def advance(self) -> None:
        """One more is done."""
        self._done += 1
        self._tell(self._stage, self._done, self._total)
