"""Reports on the screen, in a file, and where GitHub shows them below a job."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from epubforge.cli.findings import Reporting, bar
from epubforge.cli.options import console
from epubforge.cli.places import Home, from_folder, placed, shown_path, top_of
from epubforge.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from epubforge.model.project import Project


@dataclass(frozen=True, slots=True)
class Looked:
    """A project or a finished EPUB, and the findings that are to be told of it."""

    start: Path
    found: tuple[Diagnostic, ...]
    project: Project | None = None
    is_alone: bool = True
    """No other project is looked at: its files are named from its root."""

    @property
    def home(self) -> Home:
        """Where its files are."""
        return Home(self.project.root) if self.project else Home(self.start, is_project=False)


def show(looked: Sequence[Looked], reporting: Reporting, stream: TextIO | None = None) -> None:
    """The report on the screen."""
    stream = stream or sys.stdout
    colored = reporting.for_people and console().colored(stream)
    text = _written(looked, reporting, reporting.on_screen, stream.encoding or "utf-8", colored)
    stream.write(text)
    stream.flush()


def put_aside(looked: Sequence[Looked], reporting: Reporting) -> None:
    """The report in its file, and below the job where GitHub runs it.

    Where nothing could be looked at there is no report: an empty one would say that all is well.
    Raises click.ClickException where a file cannot be written.
    """
    if not looked:
        return
    if reporting.output is not None:
        text = _written(looked, reporting, reporting.in_file, "utf-8", colored=False)
        _write(reporting.output, text, "w")
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary and os.environ.get("GITHUB_ACTIONS") == "true":
        text = _written(looked, reporting, "step_summary", "utf-8", colored=False)
        _write(Path(summary), text, "a")


def _written(
    looked: Sequence[Looked], reporting: Reporting, format_: str, encoding: str, colored: bool
) -> str:
    from epubforge.report.formats import IN_REPOSITORY, format_named
    from epubforge.report.report import Report, Screen

    in_top = format_ in IN_REPOSITORY
    found = tuple(finding for each in looked for finding in _named(each, in_top))
    if format_ == "text" and console().quiet:
        found = tuple(each for each in found if each.grade is not Severity.NOTE)
    projects = [shown_path(each.project.root) for each in looked if each.project]
    project = projects[0] if len(set(projects)) == 1 and len(projects) == len(looked) else None
    grades = [bar(reporting.fail_on, each.project) for each in looked]
    lowest = max((grade for grade in grades if grade), key=lambda each: each.rank, default=None)
    report = Report(found, project, lowest)
    return format_named(format_)(report, Screen(colored, encoding, _width()))


def _named(looked: Looked, in_top: bool) -> tuple[Diagnostic, ...]:
    """The findings with their files named as the format wants them."""
    top = top_of(looked.home) if in_top else None
    if top is not None:
        return from_folder(looked.found, looked.home, top)
    if looked.is_alone or looked.project is None:
        return looked.found
    return placed(looked.found, shown_path(looked.home.path))


def _write(file: Path, text: str, mode: str) -> None:
    try:
        with file.open(mode, encoding="utf-8", newline="\n") as opened:
            opened.write(text)
    except OSError as fault:
        reason = fault.strerror or fault
        raise click.ClickException(f"the report cannot be written to {file}: {reason}") from fault


def _width() -> int:
    try:
        return max(40, os.get_terminal_size().columns)
    except OSError:
        return 100
