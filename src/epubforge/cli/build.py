"""`epubforge build`: project in, book out."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from epubforge.cli.choosing import asked, check_names, new, write_baseline
from epubforge.cli.findings import CONFIGURATION, FOUND, Reporting, exit_code, report_options
from epubforge.cli.options import console, console_options
from epubforge.cli.places import shown_path
from epubforge.cli.progress import progress
from epubforge.cli.saying import harmless, say
from epubforge.cli.shops import chosen, profile_option
from epubforge.cli.showing import Looked, put_aside, show
from epubforge.diagnostics import Diagnostic, Severity
from epubforge.pipeline import Built, Run
from epubforge.pipeline import build as build_book
from epubforge.pipeline.workers import cores

if TYPE_CHECKING:
    from epubforge.pipeline.memo import Memo
    from epubforge.project.profiles import Chosen


@click.command(
    epilog="Examples:\n\n\b\n"
    "  epubforge build\n"
    "  epubforge build my-book -o my-book.epub\n"
    "  epubforge build books/* --jobs 4 --fail-on warning\n"
    "  epubforge build --edition school\n"
    "  epubforge build --cover-file cover.jpg\n"
    "  epubforge build --profile kindle -o kindle.epub\n"
    "  epubforge build -o - | wc -c\n"
)
@click.argument("projects", metavar="[PROJECT]...", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "target",
    metavar="FILE",
    help="The book; - for stdout. Without it: dist/<title>.epub in the project.",
)
@click.option(
    "--cover-file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write the cover for shops too, as .jpg or .png; of several editions each to a file of"
    " its own, FILE-<edition>.",
)
@click.option("--edition", metavar="NAME", help="The edition of that name in book.toml.")
@click.option("--all-editions", is_flag=True, help="The main edition and every other one.")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="How many chapters or pictures are worked on at once; as many as there are processors.",
)
@profile_option
@click.option("--force", is_flag=True, help="Make every part anew, whatever is remembered of it.")
@report_options
@console_options
def build(
    reporting: Reporting,
    projects: tuple[Path, ...],
    target: str | None,
    cover_file: Path | None,
    edition: str | None,
    all_editions: bool,
    jobs: int | None,
    profiles: tuple[str, ...],
    force: bool,
) -> int:
    """Check a project, build its book and write it whole, or not at all.

    PROJECT is a project's folder, any folder inside it, or its book.toml; the current folder
    without it. One bad book does not stop the others.
    """
    starts = projects or (Path(),)
    if target == "":
        raise click.UsageError("-o names no file")
    if target is not None and (len(starts) > 1 or all_editions):
        raise click.UsageError("-o names one book; leave it out to build several")
    if cover_file is not None and len(starts) > 1:
        raise click.UsageError("--cover-file names one cover; leave it out to build several books")
    if edition is not None and all_editions:
        raise click.UsageError("--edition and --all-editions exclude each other")
    if target == "-" and not reporting.for_people and reporting.format is not None:
        raise click.UsageError("-o - and --format both want stdout; give the report an --output")
    check_names(reporting)
    shops = chosen(profiles, reporting)
    speech = _speech(reporting, target)
    books = [
        Order(
            start,
            name,
            target,
            jobs,
            _of_edition(cover_file, name if all_editions else None),
            shops,
        )
        for start in starts
        for name in (_editions(start) if all_editions else (edition,))
    ]
    codes: list[int] = []
    whole: list[Looked] = []
    looked: list[Looked] = []
    for order, (built, refusal) in zip(books, _built(books), strict=True):
        if built is None:
            say(f"epubforge: {refusal}", err=True)
            codes.append(CONFIGURATION)
            continue
        alone = len(starts) == 1
        whole.append(asked(Looked(order.start, built.found, built.project, alone), reporting))
        looked.append(new(whole[-1], reporting))
        if reporting.for_people:
            show(looked[-1:], reporting, speech)
        _say(built, speech)
        code = exit_code(looked[-1].found, reporting.fail_on, built.project)
        codes.append(max(code, FOUND) if built.size is None else code)
    if not reporting.for_people:
        show(looked, reporting, sys.stderr if target == "-" else sys.stdout)
    put_aside(looked, reporting)
    write_baseline(whole, reporting)
    return max(codes)


@dataclass(frozen=True, slots=True)
class Order:
    """One book that is to be built."""

    start: Path
    edition: str | None = None
    target: str | None = None
    jobs: int | None = None
    cover_file: Path | None = None
    shops: Chosen | None = None


def _of_edition(cover_file: Path | None, edition: str | None) -> Path | None:
    """Where the cover of an edition goes: beside the main one's, with the edition's name."""
    if cover_file is None or edition is None:
        return cover_file
    return cover_file.with_name(f"{cover_file.stem}-{edition}{cover_file.suffix}")


def _editions(start: Path) -> tuple[str | None, ...]:
    """The main edition and the others; the main one alone where there is no project to ask."""
    from epubforge.pipeline import load
    from epubforge.project.errors import ProjectError

    try:
        project = load(start).value
    except ProjectError:
        return (None,)
    return (None, *(project.editions if project else ()))


def _built(orders: Sequence[Order]) -> Iterator[tuple[Built | None, str]]:
    """The books in their order; editions of one project have their pictures made once."""
    from epubforge.pipeline.memo import Memo
    from epubforge.pipeline.workshop import workshop

    for _, group in groupby(orders, key=lambda order: order.start):
        editions = list(group)
        with workshop() if len(editions) > 1 else nullcontext() as folder:
            memo = Memo()
            for order in editions:
                yield _build(order, memo, folder)


def _build(order: Order, memo: Memo, folder: Path | None) -> tuple[Built | None, str]:
    from epubforge.package.write import WriteError
    from epubforge.pipeline.output import OutputError
    from epubforge.project.errors import ProjectError

    target = order.target
    goal = sys.stdout.buffer if target == "-" else Path(target) if target else None
    if goal is sys.stdout.buffer and sys.stdout.isatty():
        return None, "a book is not for a terminal: redirect stdout, or name a file after -o"
    try:
        with progress() as tell:
            run = Run(
                jobs=order.jobs or cores(),
                source_date_epoch=os.environ.get("SOURCE_DATE_EPOCH"),
                progress=tell,
                edition=order.edition,
                memo=memo,
                workshop=folder,
                cover_file=order.cover_file,
                chosen=order.shops,
            )
            return build_book(order.start, goal, run), ""
    except (ProjectError, OutputError, WriteError) as refusal:
        return None, str(refusal)


def _speech(reporting: Reporting, target: str | None) -> TextIO:
    """Where sentences go: stdout, unless the book or a machine's report has it."""
    return sys.stderr if target == "-" or not reporting.for_people else sys.stdout


def _say(built: Built, stream: TextIO) -> None:
    from epubforge.report.text import summary_line

    if built.size is None:
        stream.write(f"No book was written: {summary_line(_counts(built.found))}.\n")
    elif not console().quiet:
        where = shown_path(built.target) if built.target else "stdout"
        facts = (
            f"{where}: {_megabytes(built.size)}",
            _counted(built.chapters, "chapter"),
            _counted(built.pictures, "picture"),
            _counted(built.words, "word"),
            f"{built.seconds:.2f} s",
        )
        stream.write(harmless(", ".join(facts)) + "\n")
        if built.cover_file is not None:
            width, height = built.cover_size
            cover = f"{shown_path(built.cover_file)}: the cover, {width} × {height} pixels"
            stream.write(harmless(cover) + "\n")
    stream.flush()


def _counts(found: Sequence[Diagnostic]) -> dict[Severity, int]:
    from epubforge.report.report import Report

    return Report(tuple(found)).counts


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 100_000 else f"{size / 1000:.1f} kB"
