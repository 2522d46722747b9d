"""From finished books to what DAISY Ace finds in them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from epubforge.ace.control import prove
from epubforge.ace.earl import Report, ReportUnreadable, read_report
from epubforge.ace.messages import findings
from epubforge.ace.place import Places
from epubforge.ace.run import RunFailed, RunTooSlow, run
from epubforge.ace.tool import Tool, find_tool
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.book import Finished
from epubforge.model.archive import Archive
from epubforge.source import EntryPlace

_PATIENCE_WITH_CONTROL = 180.0
"""Seconds: a browser that is started for the first time can take long on a machine at work."""

TOO_SLOW = Rule(
    "X004",
    "ace-too-slow",
    Severity.ERROR,
    """DAISY Ace was stopped because it took too long over the book.

Why it matters
    Nobody knows what it would have found. It opens every page in a browser, which takes about a
    second a page.
Bad
    book.epub was not finished by Ace within 900 s
Good
    Check the book again when the machine has less to do, or by itself.
""",
)
FAILED = Rule(
    "X005",
    "ace-failed",
    Severity.ERROR,
    """DAISY Ace broke down over the book, or was not given it because that would not be safe.

Why it matters
    Nobody knows what it would have found, and whoever is sent the book may see Ace break down too.
Bad
    book.epub got no verdict of Ace: Failed to parse EPUB
Good
    Mend first what epubforge itself and EPUBCheck find in the book, and check it again.
""",
)
UNSEEN = Rule(
    "X006",
    "ace-page-unseen",
    Severity.ERROR,
    """DAISY Ace ended well, and its report does not say that it has looked at this page.

Why it matters
    That nothing was found in the page does not mean that it has no fault.
Bad
    OEBPS/text/mine.xhtml was not looked at by Ace
Good
    A page of the reading order that the manifest lists, with an address that can be resolved.
""",
)


def check_books(
    books: Sequence[Archive],
    timeout: float,
    folders: Iterable[Path] = (),
    environment: Mapping[str, str] = os.environ,
    *,
    advance: Callable[[], None] = lambda: None,
) -> tuple[tuple[Diagnostic, ...], ...]:
    """For each book Ace's findings, in its order; `timeout` is seconds for one book.

    Where npm has installed Ace in one of the folders or around it, that Ace is taken. `advance` is
    called after each book. One that Ace does not finish gets a finding that says so.

    Raises ToolMissing where Ace or a browser is not installed, and where Ace does not report a book
    known to be bad.
    """
    if not any(book.entries for book in books):
        return ((),) * len(books)  # there are none, or none that could be opened
    tool = find_tool(environment, folders)
    prove(tool, max(timeout, _PATIENCE_WITH_CONTROL), environment)
    said: list[tuple[Diagnostic, ...]] = []
    for book in books:
        said.append(_check(tool, book, timeout, environment))
        advance()
    return tuple(said)


def _check(
    tool: Tool, book: Archive, timeout: float, environment: Mapping[str, str]
) -> tuple[Diagnostic, ...]:
    if not book.entries:
        return ()  # whoever tried to open it has said why
    place, name = EntryPlace(book.path), book.location.name
    unsafe = next(filter(_leads_outside, book.names), None)
    if unsafe is not None:
        said = f"{name} was not given to Ace, which would unpack {unsafe} outside of its folder"
        return (FAILED.at(place, said, "give the entry a name without .. and pack the book anew"),)
    try:
        report = read_report(run(tool, book.location, timeout, environment))
    except RunTooSlow:
        said = f"{name} was not finished by Ace within {timeout:g} s"
        return (TOO_SLOW.at(place, said, "check it again when the machine has less to do"),)
    except (RunFailed, ReportUnreadable) as error:
        said = f"{name} got no verdict of Ace: {error}"
        return (FAILED.at(place, said, "mend what the other findings say and check it again"),)
    finished = Finished(book)
    places = Places(finished)
    return (*findings(report.failed, places), *_unseen(report, finished, places))


def _leads_outside(name: str) -> bool:
    path = name.replace("\\", "/")
    return path.startswith("/") or ":" in path or ".." in path.split("/")


def _unseen(report: Report, book: Finished, places: Places) -> Iterator[Diagnostic]:
    seen = {places.entry(subject) for subject in report.subjects}
    steps = book.packages[0].spine if book.packages else ()
    pages = dict.fromkeys(
        step.item.path for step in steps if step.item and step.item.media_type == types.XHTML
    )
    for path in pages:
        if path and path not in seen:
            said = f"{path} was not looked at by Ace"
            yield UNSEEN.at(book.place(path), said, "see whether a browser opens the page")
