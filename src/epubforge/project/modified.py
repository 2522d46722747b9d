"""A project turned into the date of its last change, so that two builds have the same one."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from epubforge.diagnostics import Reporter, Rule, Severity
from epubforge.project.dates import stamp
from epubforge.project.inside import from_root, shown
from epubforge.source import SourceFile

BAD_SOURCE_DATE = Rule(
    "P030",
    "invalid-source-date-epoch",
    Severity.ERROR,
    """The environment variable SOURCE_DATE_EPOCH is not a number of seconds.

Why it matters
    Who sets it wants a certain date in the book; another one would go unnoticed.
Bad
    SOURCE_DATE_EPOCH=2026-01-31
Good
    SOURCE_DATE_EPOCH=1769817600
Reference
    https://reproducible-builds.org/specs/source-date-epoch/
""",
    blocking=True,
    configuration=True,
)
DATE_OF_FILE = Rule(
    "P031",
    "date-from-file",
    Severity.NOTE,
    """The book's date is that of its newest file, since nothing else tells it.

Why it matters
    A copy of the project on another computer has other dates, and gives another book.
Bad
    A project without Git, without modified and without SOURCE_DATE_EPOCH
Good
    [book]
    modified = 2026-01-31T12:00:00Z
""",
)
SHALLOW_HISTORY = Rule(
    "P032",
    "shallow-history",
    Severity.NOTE,
    """The project is a shallow clone, so that the date of its last change is not known.

Why it matters
    A CI job that fetches one commit only takes the date of the fetch: each run gives another book.
Bad
    - uses: actions/checkout@v4
Good
    - uses: actions/checkout@v4
      with:
        fetch-depth: 0
""",
)

_LAST = 253_402_300_799


@dataclass(frozen=True, slots=True)
class Witnesses:
    """What can tell when the project was changed."""

    root: Path
    settings_file: SourceFile
    source_date_epoch: str | None
    declared: str | None
    """`modified` of the settings."""
    folders: tuple[Path, ...]
    """The folders and files that make the book, for Git."""
    files: tuple[Path, ...]
    """The files that make the book."""


def date_of(witnesses: Witnesses, reporter: Reporter) -> str:
    """`CCYY-MM-DDThh:mm:ssZ`: SOURCE_DATE_EPOCH, else the settings, else Git, else the files."""
    epoch = (witnesses.source_date_epoch or "").strip()
    if epoch:
        if epoch.isascii() and epoch.isdigit() and len(epoch) < 13 and int(epoch) <= _LAST:
            return _moment(int(epoch))
        message = "SOURCE_DATE_EPOCH is not a number of seconds since 1970"
        hint = "set it to the output of: git log -1 --format=%ct"
        reporter.add(BAD_SOURCE_DATE.at(witnesses.settings_file.span(), message, hint))
    if witnesses.declared:
        return witnesses.declared
    return _from_git(witnesses, reporter)


def _from_git(witnesses: Witnesses, reporter: Reporter) -> str:
    from epubforge.project.git import NoDate, last_commit  # subprocess is slow to import

    paths = sorted({from_root(witnesses.root, path) for path in witnesses.folders})
    commit = last_commit(witnesses.root, paths)
    if not isinstance(commit, NoDate):
        return _moment(commit)
    seconds, newest = _newest(witnesses.files)
    date = _moment(seconds)
    if newest is None:
        return date
    name = shown(witnesses.root, newest)
    here = witnesses.settings_file.span()
    if commit is NoDate.SHALLOW:
        message = f"the clone is shallow: the book is dated {date}, as {name} is"
        hint = "fetch the history (fetch-depth: 0), or set modified in [book]"
        reporter.add(SHALLOW_HISTORY.at(here, message, hint))
    else:
        message = f"the book is dated {date}, as its newest file {name} is: {commit.value}"
        hint = "commit the project, set modified in [book], or set SOURCE_DATE_EPOCH"
        reporter.add(DATE_OF_FILE.at(here, message, hint))
    return date


def _newest(files: Iterable[Path]) -> tuple[int, Path | None]:
    dated = [(_seconds(path), path) for path in files]
    return max(dated, key=lambda pair: pair[0], default=(0, None))


def _seconds(path: Path) -> int:
    try:
        return int(path.stat().st_mtime)
    except OSError:
        return 0


def _moment(seconds: int) -> str:
    start = datetime.datetime(1970, 1, 1)
    return stamp(start + datetime.timedelta(seconds=min(max(seconds, 0), _LAST)))
