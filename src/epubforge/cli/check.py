"""`epubforge check`: what is wrong with a project's book, or with a finished EPUB."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from epubforge.cli.choosing import asked, check_names, new, write_baseline
from epubforge.cli.findings import (
    CONFIGURATION,
    FINE,
    TOOL_MISSING,
    Reporting,
    exit_code,
    report_options,
)
from epubforge.cli.options import console, console_options
from epubforge.cli.progress import progress
from epubforge.cli.saying import say
from epubforge.cli.shops import chosen, profile_option
from epubforge.cli.showing import Looked, put_aside, show
from epubforge.diagnostics import ExtraMissing
from epubforge.pipeline import Checked, Run, check_all
from epubforge.pipeline.checking import is_finished
from epubforge.pipeline.opinions import Others

if TYPE_CHECKING:
    from epubforge.pipeline.web import External
    from epubforge.project.profiles import Chosen


@click.command(
    epilog="Examples:\n\n\b\n"
    "  epubforge check\n"
    "  epubforge check my-book --format json\n"
    "  epubforge check books/* --output findings.sarif\n"
    "  epubforge check --baseline old.json --write-baseline\n"
    "  epubforge check --epubcheck --ace dist/my-book.epub\n"
    "  epubforge check --profile kobo --profile apple dist/my-book.epub\n"
    "  epubforge check --external\n"
    "  epubforge check --diff\n"
    "  epubforge check --fix\n"
)
@click.argument("targets", metavar="[PROJECT or FILE.epub]...", nargs=-1, type=click.Path())
@click.option(
    "--epubcheck", is_flag=True, help="Have W3C EPUBCheck read the book too; needs the extra."
)
@click.option(
    "--ace", is_flag=True, help="Have DAISY Ace read the book too; needs ace-cli and Chromium."
)
@click.option(
    "--external",
    is_flag=True,
    help="Ask the web whether the book's links lead somewhere; nothing else uses the network.",
)
@click.option(
    "--external-allow",
    multiple=True,
    metavar="HOST",
    help="Ask this host too although it is not on the public web: --external-allow localhost.",
)
@click.option(
    "--fix", is_flag=True, help="Mend what can be mended without changing what a reader reads."
)
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@profile_option
@report_options
@console_options
def check(
    reporting: Reporting,
    targets: tuple[str, ...],
    epubcheck: bool,
    ace: bool,
    external: bool,
    external_allow: tuple[str, ...],
    fix: bool,
    diff: bool,
    profiles: tuple[str, ...],
) -> int:
    """Say what is wrong with a project's book, or with a finished EPUB.

    Nothing is written, unless --fix is given without --diff.
    """
    starts = [Path(target) for target in targets] or [Path()]
    check_names(reporting)
    shops = chosen(profiles, reporting)
    if diff and not reporting.for_people and reporting.format is not None:
        raise click.UsageError("--diff and --format both want stdout; give the report an --output")
    unwritten = FINE
    if fix or diff:
        from epubforge.cli.mending import mend_all  # needs the whole of Markdown

        _refuse_finished(starts)
        unwritten = mend_all(starts, reporting, only_show=diff)
    if external_allow and not external:
        raise click.UsageError("--external-allow says whom --external may ask; give that too")
    others = Others(epubcheck, ace, _external(external_allow) if external else None)
    refused, checked = _checked(starts, shops, others)
    refused = max(refused, unwritten)
    if refused == TOOL_MISSING:
        return TOOL_MISSING
    alone = len(checked) == 1
    whole = [asked(Looked(e.start, e.found, e.project, alone), reporting) for e in checked]
    looked = [new(each, reporting) for each in whole]
    write_baseline(whole, reporting)
    if diff:
        _sum_up(looked, sys.stderr)
    else:
        show(looked, reporting)
        if reporting.for_people:
            _sum_up(looked, sys.stdout)
    put_aside(looked, reporting)
    codes = [exit_code(each.found, reporting.fail_on, each.project) for each in looked]
    return max(refused, *codes, 0)


def _external(allowed: Sequence[str]) -> External:
    from epubforge.pipeline.web import External
    from epubforge.weblinks.manners import Manners

    return External(Manners(allowed=frozenset(host.strip("[]").lower() for host in allowed)))


def _checked(
    starts: Sequence[Path], shops: Chosen | None, others: Others
) -> tuple[int, tuple[Checked, ...]]:
    """What was found, and the exit code of what could not be looked at."""
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
            epoch = os.environ.get("SOURCE_DATE_EPOCH")
            run = Run(source_date_epoch=epoch, progress=tell, chosen=shops)
            return code, check_all(present, run, others)
    except ExtraMissing as missing:
        click.echo(f"epubforge: {missing}", err=True)
        return TOOL_MISSING, ()


def _sum_up(looked: Sequence[Looked], stream: TextIO) -> None:
    from epubforge.report.report import Report
    from epubforge.report.text import summary_line

    if looked and not console().quiet:
        found = tuple(finding for each in looked for finding in each.found)
        click.echo(f"{summary_line(Report(found).counts)}.", file=stream)


def _refuse_finished(starts: Sequence[Path]) -> None:
    for start in starts:
        if is_finished(start):
            raise click.UsageError(f"--fix mends manuscripts; {start} is a finished book")
