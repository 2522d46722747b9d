"""`epubforge alt`: the descriptions of a book's pictures as a spreadsheet, and back."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from epubforge.cli.findings import CONFIGURATION, FINE, Reporting, exit_code
from epubforge.cli.options import console, console_options
from epubforge.cli.saying import say
from epubforge.cli.showing import Looked, show
from epubforge.descriptions.sheet import Answer, SheetError, cells
from epubforge.pipeline import Run
from epubforge.pipeline.describing import (
    Edited,
    Surveyed,
    apply_answers,
    survey_project,
    write_changes,
)

SHEETS = frozenset({".csv", ".tsv", ".txt", ".xlsx"})
MOST_BYTES = 100_000_000


@click.group(
    epilog="Examples:\n\n\b\n"
    "  epubforge alt export my-book -o descriptions.xlsx\n"
    "  epubforge alt import my-book descriptions.xlsx --diff\n"
    "  epubforge alt import my-book descriptions.xlsx\n"
)
@console_options
def alt() -> None:
    """The descriptions of a book's pictures as a spreadsheet, and back."""


@alt.command(
    "export",
    epilog="Examples:\n\n\b\n"
    "  epubforge alt export\n"
    "  epubforge alt export my-book -o descriptions.csv\n",
)
@click.argument("where", metavar="[PROJECT] [FILE]", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "target",
    metavar="FILE",
    help="The spreadsheet, .xlsx or .csv; - for CSV on stdout. Without it: descriptions.xlsx.",
)
@click.option("--force", is_flag=True, help="Write over a spreadsheet that holds other texts.")
@console_options
def export_command(where: tuple[Path, ...], target: str | None, force: bool) -> int:
    """Write a spreadsheet of all pictures: plates and pictures in chapters.

    Each has a row with its file, where it stands, its caption, its description, and what is wrong
    with that. Fill in alt (one sentence: what is to be seen), or write yes under decorative; then
    let `epubforge alt import` put it into the manuscript. Rows may be sorted; keys must stay.
    """
    start, file = _sorted_out(where)
    goal = target or (str(file) if file else "descriptions.xlsx")
    surveyed = _survey(start)
    if isinstance(surveyed, int):
        return surveyed
    from epubforge.descriptions import sheet_csv, sheet_xlsx

    sheet = cells(surveyed.pictures)
    if goal == "-":
        sys.stdout.buffer.write(sheet_csv.written(sheet))
        return FINE
    path = Path(goal)
    if path.suffix.lower() not in {".csv", ".xlsx"}:
        raise click.UsageError(f"{path} should end in .xlsx or .csv")
    if path.exists() and not force:
        _refuse_to_lose(path, surveyed)
    data = sheet_xlsx.written(sheet) if path.suffix.lower() == ".xlsx" else sheet_csv.written(sheet)
    _write(path, data)
    if not console().quiet:
        missing = sum(not (row.texts.alt or row.texts.decorative) for row in surveyed.pictures)
        count = len(surveyed.pictures)
        say(f"{path}: {count} picture{'' if count == 1 else 's'}, {missing} without a description")
    return FINE


@alt.command(
    "import",
    epilog="Examples:\n\n\b\n"
    "  epubforge alt import descriptions.xlsx --diff\n"
    "  epubforge alt import my-book descriptions.csv\n",
)
@click.argument("where", metavar="[PROJECT] FILE", nargs=-1, type=click.Path(path_type=Path))
@click.option("--diff", is_flag=True, help="Show what would be changed, and change nothing.")
@console_options
def import_command(where: tuple[Path, ...], diff: bool) -> int:
    """Put the descriptions of a spreadsheet into the caption table and the chapters.

    Only what was changed in the spreadsheet is written. A row that belongs to no picture any more,
    or whose description was changed in the manuscript meanwhile, is reported and left alone.
    """
    start, file = _sorted_out(where)
    if file is None:
        raise click.UsageError("name the spreadsheet: epubforge alt import descriptions.xlsx")
    answers = _answers(file)
    surveyed = _survey(start)
    if isinstance(surveyed, int):
        return surveyed
    edited = apply_answers(surveyed, answers)
    if diff:
        _show_difference(edited)
    else:
        code = _put(edited)
        if code != FINE:
            return code
    if edited.found:
        show([Looked(file.parent, edited.found)], Reporting(format="text"), sys.stderr)
    if not console().quiet:
        what = "would be changed" if diff else "changed"
        files = len(edited.changes)
        say(
            f"{edited.count} description{'' if edited.count == 1 else 's'} {what} in {files}"
            f" file{'' if files == 1 else 's'}",
            err=diff,
        )
    return exit_code(edited.found, None, surveyed.project)


def _sorted_out(where: Sequence[Path]) -> tuple[Path, Path | None]:
    """The project and the spreadsheet, in whichever order they are named."""
    files = [path for path in where if path.suffix.lower() in SHEETS and not path.is_dir()]
    projects = [path for path in where if path not in files]
    if len(files) > 1 or len(projects) > 1:
        raise click.UsageError("name one project and one spreadsheet")
    return (projects[0] if projects else Path(), files[0] if files else None)


def _survey(start: Path) -> Surveyed | int:
    from epubforge.project.errors import ProjectError

    try:
        surveyed = survey_project(start, Run(source_date_epoch=os.environ.get("SOURCE_DATE_EPOCH")))
    except ProjectError as refusal:
        say(f"epubforge: {refusal}", err=True)
        return CONFIGURATION
    unusable = tuple(each for each in surveyed.found if each.rule.configuration)
    if surveyed.project is None or unusable:
        looked = Looked(start, unusable or surveyed.found, surveyed.project)
        show([looked], Reporting(format="text"), sys.stderr)
        return CONFIGURATION
    return surveyed


def _answers(file: Path) -> list[Answer]:
    from epubforge.descriptions import sheet_csv, sheet_xlsx

    try:
        if not file.is_file():
            reason = "is not a file" if file.exists() else "is not there"
            raise click.ClickException(f"{file} {reason}")
        if file.stat().st_size > MOST_BYTES:
            raise click.ClickException(f"{file} is larger than any sheet of descriptions")
        data = file.read_bytes()
        is_xlsx = data.startswith(b"PK")
        read = sheet_xlsx.read if is_xlsx else sheet_csv.read
        return read(file.as_posix(), data)
    except SheetError as fault:
        raise click.ClickException(f"{file} {fault}") from fault
    except OSError as fault:
        raise click.ClickException(f"{file} cannot be read: {fault.strerror}") from fault


def _refuse_to_lose(path: Path, surveyed: Surveyed) -> None:
    """An editor's work is never written over."""
    try:
        waiting = apply_answers(surveyed, _answers(path))
    except click.ClickException as fault:
        raise click.ClickException(
            f"{path} is there already and is no sheet of ours; use another name, or --force"
        ) from fault
    if waiting.count or waiting.found:
        raise click.ClickException(
            f"{path} holds descriptions that are not in the manuscript: import it first, or use"
            " another name, or --force"
        )


def _write(path: Path, data: bytes) -> None:
    from epubforge.package.temporary import temporary_beside

    try:
        with temporary_beside(path) as (hidden, file):
            file.write(data)
            file.flush()
            os.replace(hidden, path)
    except OSError as fault:
        raise click.ClickException(f"{path} cannot be written: {fault.strerror}") from fault


def _show_difference(edited: Edited) -> None:
    from epubforge.report.diff import diff
    from epubforge.report.safe import printable

    for change in edited.changes:
        lines = diff(change.path, change.old, change.new)
        sys.stdout.write(printable(lines, sys.stdout.encoding or "utf-8"))
    sys.stdout.flush()


def _put(edited: Edited) -> int:
    from epubforge.pipeline.fixing import MendError

    try:
        write_changes(edited.changes)
    except MendError as fault:
        say(f"epubforge: {fault}", err=True)
        return CONFIGURATION
    return FINE
