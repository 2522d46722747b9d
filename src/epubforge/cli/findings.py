"""Options that say how findings are reported, and the exit code that findings mean."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec

import click

from epubforge.diagnostics import Diagnostic, Severity
from epubforge.report.formats import BY_ENDING, FORMATS

if TYPE_CHECKING:
    from epubforge.model.project import FailOn, Project

P = ParamSpec("P")

FINE, FOUND, CONFIGURATION, TOOL_MISSING = 0, 1, 2, 3
FAIL_ON = ("error", "warning", "note", "never")


@dataclass(frozen=True, slots=True)
class Reporting:
    """What the options of the command line say of findings."""

    format: str | None = None
    output: Path | None = None
    """The file that gets the report too; None: only the screen does."""
    fail_on: str | None = None
    select: tuple[str, ...] = ()
    """Codes, beginnings of codes or names of rules; empty: all."""
    ignore: tuple[str, ...] = ()
    baseline: Path | None = None
    write_baseline: bool = False

    @property
    def on_screen(self) -> str:
        """The format on stdout: where the report goes to a file, one for whoever watches."""
        if self.format is not None and self.output is None:
            return self.format
        return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"

    @property
    def in_file(self) -> str:
        """The format of the report's file: as asked, else as its name says."""
        ending = self.output.suffix.lower() if self.output else ""
        return self.format or BY_ENDING.get(ending, "text")

    @property
    def for_people(self) -> bool:
        """Whether stdout is read by a person."""
        return self.on_screen == "text"


def _patterns(
    context: click.Context, parameter: click.Parameter, values: tuple[str, ...]
) -> tuple[str, ...]:
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())


_OPTIONS = (
    click.option(
        "--write-baseline",
        is_flag=True,
        help="Write what is found to the --baseline file, and fail for none of it.",
    ),
    click.option(
        "--baseline",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help="Leave out the findings that FILE lists; only new ones count.",
    ),
    click.option(
        "--ignore",
        multiple=True,
        metavar="RULE",
        callback=_patterns,
        help="Pass over findings of these rules, as in --ignore A004,L020.",
    ),
    click.option(
        "--select",
        multiple=True,
        metavar="RULE",
        callback=_patterns,
        help="Only findings of these rules: codes, names, or beginnings of codes, as in"
        " --select A,I016. What stops a book is always told.",
    ),
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
        help="Write the report to FILE too; without --format in the format that its name says.",
    ),
    click.option(
        "--format",
        "format",
        type=click.Choice(FORMATS),
        help="Of the report: text is for people, the others for programs; github under GitHub"
        " Actions, else text.",
    ),
)


def report_options(command: Callable[Concatenate[Reporting, P], int]) -> Callable[P, int]:
    """Give a command the options of reporting; their values are its first argument."""
    names = [field.name for field in fields(Reporting)]

    @wraps(command)
    def reported(*args: P.args, **kwargs: P.kwargs) -> int:
        told = {name: kwargs.pop(name) for name in names}
        return command(_reporting(told), *args, **kwargs)

    decorated: Callable[P, int] = reported
    for option in _OPTIONS:
        decorated = option(decorated)
    return decorated


def _reporting(told: dict[str, object]) -> Reporting:
    reporting = Reporting(**told)  # type: ignore[arg-type]
    if reporting.write_baseline and reporting.baseline is None:
        raise click.UsageError("--write-baseline needs to know where: give --baseline FILE too")
    return reporting


def exit_code(found: Sequence[Diagnostic], fail_on: str | None, project: Project | None) -> int:
    """2 for faults of the settings, 3 for what is not installed, 1 for a finding at the bar."""
    if any(diagnostic.rule.configuration for diagnostic in found):
        return CONFIGURATION
    if any(diagnostic.rule.needs_tool for diagnostic in found):
        return TOOL_MISSING
    severity = bar(fail_on, project)
    if severity is None:
        return FINE
    return FOUND if any(each.grade.rank <= severity.rank for each in found) else FINE


def bar(fail_on: str | None, project: Project | None) -> Severity | None:
    """The least grave finding that fails the run; None: none does."""
    named: str | FailOn = fail_on or (project.settings.fail_on if project else "error")
    return None if named == "never" else Severity(named)
