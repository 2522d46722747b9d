"""From EPUBCheck's messages to findings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.source import EntryPlace

_REFERENCE = """\
Reference
    EPUBCheck's messages: https://www.w3.org/publishing/epubcheck/docs/messages/
"""
ERROR = Rule(
    "E001",
    "epubcheck-error",
    Severity.ERROR,
    """W3C EPUBCheck found an error in the book; its message is passed on with its own id.

Why it matters
    Shops run EPUBCheck on what they are sent and refuse a book with errors.
Bad
    error E001 epubcheck-error: Error while parsing file: element "div" not allowed here (RSC-005)
Good
    No message. If epubforge made the page itself from a sound manuscript, the fault is its own:
    please report it.
"""
    + _REFERENCE,
)
WARNING = Rule(
    "E002",
    "epubcheck-warning",
    Severity.WARNING,
    """W3C EPUBCheck warns of something in the book; its message is passed on with its own id.

Why it matters
    The book is valid, but some reading systems will not show it as it was meant.
Bad
    warning E002 epubcheck-warning: the date is not in the recommended form (OPF-053)
Good
    No message.
"""
    + _REFERENCE,
)
NOTE = Rule(
    "E003",
    "epubcheck-note",
    Severity.NOTE,
    """W3C EPUBCheck remarks on something in the book; its message is passed on with its own id.

Why it matters
    It is no fault, but something that an author may want to know.
Bad
    Nothing has to be mended.
Good
    Nothing has to be done.
"""
    + _REFERENCE,
)
_GRADES = {"FATAL": ERROR, "ERROR": ERROR, "WARNING": WARNING, "INFO": NOTE}
"""Usage messages and suppressed ones are not passed on."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message at one place. Line and column are 1-based; None where there are none."""

    code: str
    """With hyphens only: some come as HTM_056."""
    severity: str
    text: str
    hint: str | None = None
    entry: str | None = None
    line: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What EPUBCheck says of a book: messages, or why it could not judge."""

    messages: tuple[Message, ...] = ()
    failure: str | None = None


def entry_named(path: str, book: Path) -> str | None:
    """The entry that EPUBCheck means; None where it names the book itself.

    It writes paths as in URLs, percent-encoded: `EPUB/a%20b.xhtml`.
    """
    entry = unquote(path)
    return None if entry in ("", book.name, str(book), str(book.resolve())) else entry


def findings(book: Path, messages: tuple[Message, ...]) -> tuple[Diagnostic, ...]:
    """The messages as findings at places in the book, in the order they came."""
    return tuple(_finding(book, m) for m in messages if m.severity in _GRADES)


def _finding(book: Path, message: Message) -> Diagnostic:
    place = EntryPlace(book.as_posix(), message.entry, message.line, message.column)
    return Diagnostic(
        _GRADES[message.severity],
        place,
        message.text,
        message.hint,
        page=message.entry,
        origin="epubcheck",
        source_code=message.code,
    )
