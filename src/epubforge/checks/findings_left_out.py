"""C260: of very many findings of one rule not all are told."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.tally import MOST_TOLD, Tally
from epubforge.source import EntryPlace

RULE = Rule(
    "C260",
    "findings-left-out",
    Severity.NOTE,
    page="""\
A rule finds the same fault more than a thousand times in one book; only the first thousand are
told.

Why it matters
    Such faults come from one cause, mostly a program that wrote every page alike. It wants to be
    mended there, not line by line.
Bad
    A converter gave each of 40,000 paragraphs an attribute that there is not.
Good
    Mend what makes the pages, make them again, and check the book again.
""",
)


def findings_left_out(path: str, tally: Tally) -> Iterator[Diagnostic]:
    """One finding for each such rule, on the book as a whole."""
    for rule, count in tally.left_out():
        yield RULE.at(
            EntryPlace(path),
            f"{rule.code} {rule.name} finds {count:,} more than the {MOST_TOLD:,} that are told",
            "mend what they have in common, and check the book again",
        )
