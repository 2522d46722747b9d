"""A progress bar on a terminal; nothing anywhere else."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from epubforge.cli.options import console
from epubforge.cli.saying import say

REFRESH_SECONDS = 0.1

Tell = Callable[[str, int, int], None]


@contextmanager
def progress() -> Iterator[Tell]:
    """A function that is told a stage's name, how much of it is done, and how much there is."""
    if console().quiet or not sys.stderr.isatty():
        yield _in_lines() if console().verbose else _silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

    columns = (TextColumn("{task.description:10}"), BarColumn(), MofNCompleteColumn())
    # Refreshed by hand: a thread of the bar's own would forbid forked workers.
    with Progress(
        *columns, console=Console(stderr=True), transient=True, auto_refresh=False
    ) as bar:
        tasks: dict[str, TaskID] = {}
        shown = 0.0

        def tell(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=total)
            bar.update(tasks[stage], completed=done)
            nonlocal shown
            if done == total or time.monotonic() - shown > REFRESH_SECONDS:
                bar.refresh()
                shown = time.monotonic()

        yield tell


def _in_lines() -> Tell:
    """For -v where there is no terminal: a line for each stage that is done."""
    began = time.monotonic()

    def tell(stage: str, done: int, total: int) -> None:
        if done == total:
            say(f"{stage}: {total} in {time.monotonic() - began:.2f} s", err=True)

    return tell


def _silent(stage: str, done: int, total: int) -> None:
    pass
