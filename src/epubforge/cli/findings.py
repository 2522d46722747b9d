"""Findings shown, and the exit code that they mean."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from epubforge.cli.options import console
from epubforge.diagnostics import Diagnostic, Severity
from epubforge.model.project import FailOn

FINE, FOUND, CONFIGURATION, TOOL_MISSING = 0, 1, 2, 3


def exit_code(found: Sequence[Diagnostic], fail_on: FailOn) -> int:
    """2 for faults of the settings, 1 for a finding as grave as the bar or blocking, else 0."""
    if any(diagnostic.rule.configuration for diagnostic in found):
        return CONFIGURATION
    if any(diagnostic.rule.blocking for diagnostic in found):
        return FOUND
    if fail_on == "never":
        return FINE
    bar = Severity(fail_on).rank
    return FOUND if any(diagnostic.grade.rank <= bar for diagnostic in found) else FINE


def colored_on(stream: object) -> bool:
    """Whether findings are coloured on that stream."""
    return console().colored(stream)


def write_report(text: str, output: Path | None) -> None:
    """The report on stdout, or in the file that was asked for."""
    if output is None:
        sys.stdout.write(text)
        sys.stdout.flush()
        return
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as fault:
        raise click.ClickException(
            f"the report cannot be written to {output}: {fault.strerror}"
        ) from fault
