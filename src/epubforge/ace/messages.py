"""From what Ace says to findings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from epubforge.ace.earl import Assertion
from epubforge.ace.place import Places
from epubforge.diagnostics import Diagnostic, Rule, Severity

_REFERENCE = """\
Reference
    Ace by DAISY: https://daisy.github.io/ace/
    The DAISY Knowledge Base, which each finding's hint leads into:
    https://kb.daisy.org/publishing/docs/
"""
ERROR = Rule(
    "X001",
    "ace-error",
    Severity.ERROR,
    """DAISY Ace found a barrier that it calls critical or serious; its words are passed on.

Why it matters
    Some readers cannot read a part of the book at all, or only with great effort. Shops, libraries
    and universities run Ace on what they are sent.
Bad
    error X001 ace-error: Images must have alternative text, <img src="mine.jpg">: … (image-alt)
Good
    No finding. If epubforge made the page itself from a sound manuscript, the fault is its own:
    please report it.
"""
    + _REFERENCE,
)
WARNING = Rule(
    "X002",
    "ace-warning",
    Severity.WARNING,
    """DAISY Ace found a barrier that it calls moderate; its words are passed on.

Why it matters
    Some readers find their way through the book less well.
Bad
    warning X002 ace-warning: Heading levels should only increase by one, <h4>: … (heading-order)
Good
    No finding.
"""
    + _REFERENCE,
)
NOTE = Rule(
    "X003",
    "ace-note",
    Severity.NOTE,
    """DAISY Ace found something that it calls minor; its words are passed on.

Why it matters
    It is a nuisance to some readers, or a value that programs do not know.
Bad
    note X003 ace-note: Table header text should not be empty, <th>: … (empty-table-header)
Good
    No finding.
"""
    + _REFERENCE,
)
_GRADES = {"critical": ERROR, "serious": ERROR, "moderate": WARNING, "minor": NOTE}
"""A barrier whose impact Ace does not tell is a warning."""

_MARKUP = re.compile(r"\s+xmlns(:\w+)?=\"[^\"]*\"")
_LONGEST_TAG = 80


def findings(failed: Sequence[Assertion], places: Places) -> tuple[Diagnostic, ...]:
    """The assertions as findings at places in the book, each once, in the order they came."""
    return tuple(dict.fromkeys(_finding(each, places) for each in failed))


def _finding(failed: Assertion, places: Places) -> Diagnostic:
    place = places.place(failed.subject, failed.cfi, failed.html)
    return Diagnostic(
        _GRADES.get(failed.impact or "", WARNING),
        place,
        _message(failed),
        _hint(failed),
        page=place.entry,
        origin="ace",
        source_code=failed.code,
    )


def _message(failed: Assertion) -> str:
    """Ace names a wrong value only where it says what it tests."""
    if not failed.by_axe:
        return failed.test if failed.code.endswith("-invalid") else failed.said or failed.test
    tag = _tag(failed.html) or failed.css
    about = f"{failed.remedy or failed.test}, {tag}" if tag else failed.remedy or failed.test
    said = "; ".join(line.strip() for line in failed.said.splitlines() if line.strip())
    return f"{about}: {said}" if said else about


def _tag(html: str) -> str:
    """The element's start tag, without what the browser has added to it."""
    tag = _MARKUP.sub("", html).partition(">")[0].rstrip("/ ")
    if len(tag) > _LONGEST_TAG:
        return f"{tag[:_LONGEST_TAG].rstrip()}…"
    return f"{tag}>" if tag else ""


def _hint(failed: Assertion) -> str | None:
    """Where to read on; with Ace's own rules also what to do."""
    reading = f"read {failed.help_url}" if failed.help_url else ""
    said = (None if failed.by_axe else failed.remedy, reading)
    return "; ".join(each for each in said if each) or None
