"""Projects mended for `epubforge check --fix`, or what that would change shown as a diff."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from epubforge.cli.findings import CONFIGURATION, FINE, Reporting
from epubforge.cli.options import console
from epubforge.cli.places import shown_path
from epubforge.cli.progress import progress
from epubforge.cli.saying import say
from epubforge.pipeline import Run
from epubforge.pipeline.fixing import Mended, MendError, mend, write


def mend_all(starts: Sequence[Path], reporting: Reporting, *, only_show: bool) -> int:
    """Mend the projects, or show what would be changed; 2 where a file cannot be written."""
    code = FINE
    for start in starts:
        mended = _mended(start)
        if mended is None:
            continue  # checking says why
        if only_show:
            _show(mended, several=len(starts) > 1)
            _say(mended, "can be mended", reporting)
            continue
        try:
            write(mended)
            _say(mended, "mended", reporting)
        except MendError as fault:
            say(f"epubforge: {fault}", err=True)
            code = CONFIGURATION
    return code


def _mended(start: Path) -> Mended | None:
    from epubforge.project.errors import ProjectError

    try:
        with progress() as tell:
            return mend(
                start, Run(source_date_epoch=os.environ.get("SOURCE_DATE_EPOCH"), progress=tell)
            )
    except ProjectError:
        return None


def _show(mended: Mended, several: bool) -> None:
    from epubforge.report.diff import diff
    from epubforge.report.safe import printable

    folder = f"{shown_path(mended.root)}/" if several else ""
    for change in mended.changes:
        lines = diff(folder + change.before.path, change.before.text, change.after.text)
        sys.stdout.write(printable(lines, sys.stdout.encoding or "utf-8"))
    sys.stdout.flush()


def _say(mended: Mended, what: str, reporting: Reporting) -> None:
    """On stdout where a person reads it and no diff is there."""
    if console().quiet or not mended.changes:
        return
    files = len(mended.changes)
    aside = what != "mended" or not reporting.for_people
    click.echo(
        f"{mended.findings} finding{'' if mended.findings == 1 else 's'} {what}"
        f" in {files} file{'' if files == 1 else 's'}.",
        err=aside,
    )
