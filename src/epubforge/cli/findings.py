"""Findings shown, and the exit code that they mean."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ParamSpec, TextIO, TypeVar

import click

from epubforge.cli.options import console
from epubforge.diagnostics import Diagnostic, Severity
from epubforge.model.project import FailOn, Project
from epubforge.source import SourceFile, Span

P = ParamSpec("P")
R = TypeVar("R")

FINE, FOUND, CONFIGURATION, TOOL_MISSING = 0, 1, 2, 3
FAIL_ON = ("error", "warning", "note", "never")


@dataclass(frozen=True, slots=True)
class Presentation:
    """How findings are shown."""

    format: str = "text"
    output: Path | None = None
    """The file that gets the report; None: stdout."""

    @property
    def for_people(self) -> bool:
        """Whether stdout is read by a person."""
        return self.format == "text"


def report_options(command: Callable[P, R]) -> Callable[P, R]:
    """Give a command --format, --output and --fail-on."""
    for option in (
        click.option(
            "--fail-on",
            type=click.Choice(FAIL_ON),
            help="The least grave finding that makes the exit code 1; error, unless book.toml"
            " says otherwise.",
        ),
        click.option(
            "--output",
            type=click.Path(dir_okay=False, path_type=Path),
            metavar="FILE",
            help="Write the report to FILE instead of the screen.",
        ),
        click.option(
            "--format",
            "format_",
            type=click.Choice(["text", "json"]),
            default="text",
            show_default=True,
            help="Of the report: for people or for programs.",
        ),
    ):
        command = option(command)
    return command


def exit_code(found: Sequence[Diagnostic], fail_on: str | None, project: Project | None) -> int:
    """2 for faults of the settings; 1 for a finding at or above the bar; else 0."""
    if any(diagnostic.rule.configuration for diagnostic in found):
        return CONFIGURATION
    bar: str | FailOn = fail_on or (project.settings.fail_on if project else "error")
    if bar == "never":
        return FINE
    rank = Severity(bar).rank
    return FOUND if any(diagnostic.grade.rank <= rank for diagnostic in found) else FINE


def show(
    found: Sequence[Diagnostic],
    project: str | None,
    presentation: Presentation,
    stream: TextIO | None = None,
) -> None:
    """The report where it was asked for."""
    from epubforge.report.formats import FORMATS
    from epubforge.report.report import Report, Screen

    stream = stream or sys.stdout
    to_file = presentation.output is not None
    color = presentation.for_people and not to_file and console().colored(stream)
    encoding = "utf-8" if to_file else (stream.encoding or "utf-8")
    screen = Screen(color, encoding, _width())
    shown = [d for d in found if not (console().quiet and d.grade is Severity.NOTE)]
    findings = tuple(shown if presentation.for_people else found)
    text = FORMATS[presentation.format](Report(findings, project), screen)
    if presentation.output is None:
        stream.write(text)
        stream.flush()
        return
    try:
        presentation.output.write_text(text, encoding="utf-8")
    except OSError as fault:
        reason = fault.strerror or fault
        raise click.ClickException(
            f"the report cannot be written to {presentation.output}: {reason}"
        ) from fault


def shown_path(path: Path) -> str:
    """A path as it is shown: from where the command runs if it lies below, always with `/`."""
    here = Path.cwd()
    real = path.resolve()
    return (real.relative_to(here) if real.is_relative_to(here) else real).as_posix()


def below(found: Sequence[Diagnostic], project: str) -> tuple[Diagnostic, ...]:
    """The findings with their files named from where the command runs, not from the project."""

    def moved(diagnostic: Diagnostic) -> Diagnostic:
        if not isinstance(diagnostic.place, Span) or project == ".":
            return diagnostic
        span = diagnostic.place
        source = SourceFile(f"{project}/{span.source.path}", span.source.text)
        return replace(diagnostic, place=Span(source, span.start, span.end))

    return tuple(moved(diagnostic) for diagnostic in found)


def _width() -> int:
    try:
        return max(40, os.get_terminal_size().columns)
    except OSError:
        return 100
