"""`epubforge check`: what is wrong with a project's book, or with a finished EPUB."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

import click

from epubforge.cli.findings import (
    CONFIGURATION,
    FINE,
    TOOL_MISSING,
    Presentation,
    below,
    exit_code,
    report_options,
    show,
    shown_path,
)
from epubforge.cli.mending import mend_all
from epubforge.cli.options import console, console_options
from epubforge.cli.progress import progress
from epubforge.cli.saying import say
from epubforge.diagnostics import Diagnostic
from epubforge.pipeline import Checked, Run, check_all
from epubforge.pipeline.checking import by_specification, is_finished


@click.command(
    epilog="Examples:\n\n\b\n"
    "  epubforge check\n"
    "  epubforge check my-book --format json --output findings.json\n"
    "  epubforge check --epubcheck dist/my-book.epub\n"
    "  epubforge check --diff\n"
    "  epubforge check --fix\n"
)
@click.argument("targets", metavar="[PROJECT or FILE.epub]...", nargs=-1, type=click.Path())
@click.option(
    "--epubcheck", is_flag=True, help="Have W3C EPUBCheck read the book too; needs the extra."
)
@click.option(
    "--fix", is_flag=True, help="Mend what can be mended without changing what a reader reads."
)
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option(
    "--profile",
    type=click.Choice(["none"]),
    help="Whose rules count: none, for what the EPUB specifications say alone.",
)
@report_options
@console_options
def check(
    targets: tuple[str, ...],
    epubcheck: bool,
    fix: bool,
    diff: bool,
    profile: str | None,
    format_: str,
    output: Path | None,
    fail_on: str | None,
) -> int:
    """Say what is wrong with a project's book, or with a finished EPUB.

    Nothing is written, unless --fix is given without --diff.
    """
    presentation = Presentation(format_, output)
    starts = [Path(target) for target in targets] or [Path()]
    if diff and not presentation.for_people and output is None:
        raise click.UsageError("--diff and --format both want stdout; give the report an --output")
    if fix or diff:
        _refuse_finished(starts)
    unwritten = mend_all(starts, presentation, only_show=diff) if fix or diff else FINE
    refused, checked = _checked(starts, epubcheck)
    if profile == "none":
        checked = tuple(by_specification(each) for each in checked)
    refused = max(refused, unwritten)
    if refused == TOOL_MISSING:
        return TOOL_MISSING
    if diff and output is None:
        _sum_up(checked, sys.stderr)
    else:
        _show(checked, presentation)
    codes = [exit_code(each.found, fail_on, each.project) for each in checked]
    return max(refused, *codes, 0)


def _checked(starts: Sequence[Path], epubcheck: bool) -> tuple[int, tuple[Checked, ...]]:
    """What was found, and the exit code of what could not be looked at."""
    from epubforge.epubcheck.check import ToolMissing
    from epubforge.project.errors import ProjectError
    from epubforge.project.find import find

    code, present = 0, []
    for start in starts:
        try:
            if not is_finished(start):
                find(start)
            present.append(start)
        except ProjectError as refusal:
            say(f"epubforge: {refusal}", err=True)
            code = CONFIGURATION
    try:
        with progress() as tell:
            run = Run(source_date_epoch=os.environ.get("SOURCE_DATE_EPOCH"), progress=tell)
            return code, check_all(present, run, epubcheck=epubcheck)
    except ToolMissing as missing:
        click.echo(f"epubforge: {missing}", err=True)
        return TOOL_MISSING, ()


def _show(checked: Sequence[Checked], presentation: Presentation) -> None:
    names = [shown_path(each.project.root) for each in checked if each.project]
    found: list[Diagnostic] = []
    for each in checked:
        several = len(checked) > 1 and each.project is not None
        root = each.project.root if each.project else each.start
        found.extend(below(each.found, shown_path(root)) if several else each.found)
    show(found, names[0] if len(names) == len(checked) == 1 else None, presentation)
    if presentation.for_people:
        _sum_up(checked, sys.stdout)


def _sum_up(checked: Sequence[Checked], stream: TextIO) -> None:
    from epubforge.report.report import Report
    from epubforge.report.text import summary_line

    if checked and not console().quiet:
        found = tuple(finding for each in checked for finding in each.found)
        click.echo(f"{summary_line(Report(found).counts)}.", file=stream)


def _refuse_finished(starts: Sequence[Path]) -> None:
    for start in starts:
        if is_finished(start):
            raise click.UsageError(f"--fix mends manuscripts; {start} is a finished book")
