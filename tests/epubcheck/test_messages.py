"""From EPUBCheck's messages to findings."""

from __future__ import annotations

from pathlib import Path

import pytest

from epubforge.diagnostics import Severity
from epubforge.epubcheck.messages import Message, findings
from epubforge.source import EntryPlace

BOOK = Path("dist/book.epub")


@pytest.mark.parametrize(
    ("severity", "code", "grade"),
    [
        ("FATAL", "E001", Severity.ERROR),
        ("ERROR", "E001", Severity.ERROR),
        ("WARNING", "E002", Severity.WARNING),
        ("INFO", "E003", Severity.NOTE),
    ],
)
def test_each_severity_has_its_rule(severity: str, code: str, grade: Severity) -> None:
    """Fatal messages are errors, information is a note."""
    (found,) = findings(BOOK, (Message("RSC-005", severity, "wrong"),))
    assert (found.rule.code, found.grade) == (code, grade)


@pytest.mark.parametrize("severity", ["USAGE", "SUPPRESSED"])
def test_usage_is_not_passed_on(severity: str) -> None:
    """Usage messages tell of habits, not of faults."""
    assert findings(BOOK, (Message("HTM-010", severity, "used"),)) == ()


def test_a_message_keeps_its_place_id_and_hint() -> None:
    """Nothing that EPUBCheck says is lost."""
    message = Message("RSC-005", "ERROR", "wrong", "mend it", "OEBPS/a.xhtml", 3, 7)
    (found,) = findings(BOOK, (message,))
    assert found.place == EntryPlace("dist/book.epub", "OEBPS/a.xhtml", 3, 7)
    assert (found.page, found.origin, found.source_code) == (
        "OEBPS/a.xhtml",
        "epubcheck",
        "RSC-005",
    )
    assert (found.message, found.hint) == ("wrong", "mend it")
