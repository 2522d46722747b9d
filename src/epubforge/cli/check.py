"""`epubforge check`: what is wrong with a project's book, or with a finished EPUB."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import click

from epubforge.cli.findings import (
    CONFIGURATION,
    TOOL_MISSING,
    Presentation,
    below,
    exit_code,
    report_options,
    show,
    shown_path,
)
from epubforge.cli.options import console, console_options
from epubforge.cli.progress import progress
from epubforge.diagnostics import Diagnostic
from epubforge.pipeline import Checked, Run, check_all
from epubforge.pipeline.checking import is_finished


@click.command(
    epilog="Examples:\n\n\b\n"
    "  epubforge check\n"
    "  epubforge check my-book --format json --output findings.json\n"
    "  epubforge check --epubcheck dist/my-book.epub\n"
)
@click.argument("targets", metavar="[PROJECT or FILE.epub]...", nargs=-1, type=click.Path())
@click.option(
    "--epubcheck", is_flag=True, help="Have W3C EPUBCheck read the book too; needs the extra."
)
@report_options
@console_options
def check(
    targets: tuple[str, ...],
    epubcheck: bool,
    format_: str,
    output: Path | None,
    fail_on: str | None,
) -> int:
    """Say what is wrong with a project's book, or with a finished EPUB. Nothing is written."""
    presentation = Presentation(format_, output)
    starts = [Path(target) for target in targets] or [Path()]
    refused, checked = _checked(starts, epubcheck)
    if refused == TOOL_MISSING:
        return TOOL_MISSING
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
            click.echo(f"epubforge: {refusal}", err=True)
            code = CONFIGURATION
    try:
        with progress() as tell:
            run = Run(source_date_epoch=os.environ.get("SOURCE_DATE_EPOCH"), progress=tell)
            return code, check_all(present, run, epubcheck=epubcheck)
    except ToolMissing as missing:
        click.echo(f"epubforge: {missing}", err=True)
        return TOOL_MISSING, ()


def _show(checked: Sequence[Checked], presentation: Presentation) -> None:
    from epubforge.report.report import Report
    from epubforge.report.text import summary_line

    names = [shown_path(each.project.root) for each in checked if each.project]
    found: list[Diagnostic] = []
    for each in checked:
        several = len(checked) > 1 and each.project is not None
        root = each.project.root if each.project else each.start
        found.extend(below(each.found, shown_path(root)) if several else each.found)
    show(found, names[0] if len(names) == len(checked) == 1 else None, presentation)
    if presentation.for_people and not console().quiet:
        click.echo(f"{summary_line(Report(tuple(found)).counts)}.")
