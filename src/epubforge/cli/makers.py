"""A project, or a finished EPUB, turned into what makes its proof."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from epubforge.cli.saying import say

if TYPE_CHECKING:
    from epubforge.preview.making import Maker


@contextmanager
def maker_of(target: str | None, edition: str | None) -> Iterator[Maker | None]:
    """What makes the proof; None, and it was said, where there is no book.

    Raises click.UsageError where the settings, if they can be read, know no such edition.
    """
    from epubforge.pipeline.checking import is_finished
    from epubforge.pipeline.run import Run
    from epubforge.pipeline.workshop import workshop
    from epubforge.preview.bench import Bench
    from epubforge.preview.display import Display
    from epubforge.project.errors import ProjectError
    from epubforge.project.find import find

    start = Path(target or ".")
    if is_finished(start):
        if not start.is_file():
            say(f"epubforge: there is no file {start}", err=True)
        yield Display(start) if start.is_file() else None
        return
    try:
        find(start)
    except ProjectError as refusal:
        say(f"epubforge: {refusal}", err=True)
        yield None
        return
    _refuse_unknown(edition, start)
    with workshop() as folder:
        yield Bench(start, folder, Run(source_date_epoch=os.environ.get("SOURCE_DATE_EPOCH")))


def _refuse_unknown(edition: str | None, start: Path) -> None:
    from epubforge.pipeline import load
    from epubforge.preview.making import MAIN

    if edition is None or edition == MAIN:
        return
    project = load(start).value
    if project is not None and edition not in project.editions:
        known = ", ".join((MAIN, *project.editions))
        raise click.UsageError(f"no edition is called {edition}; there are {known}")
