"""C091: date unusual."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition
from epubforge.finished.tags import date_fault
from epubforge.tree.names import DC

RULE = Rule(
    "C091",
    "date-unusual",
    Severity.WARNING,
    page="""\
A date is not written in the usual way.

Why it matters
    Shops show no date, or a wrong one.
Bad
    <dc:date>31 January 2024</dc:date>
Good
    <dc:date>2024-01-31</dc:date>
Reference
    EPUB 3.3, dc:date: https://www.w3.org/TR/epub-33/#sec-opf-dcdate
    Date and time formats: https://www.w3.org/TR/NOTE-datetime
""",
    equivalent="OPF-053",
)


def date_unusual(rendition: Rendition) -> Iterator[Diagnostic]:
    """The dates of an EPUB 3."""
    for element in (
        rendition.package.document.named.get(f"{DC} date", ()) if rendition.is_epub3 else ()
    ):
        text = element.text().strip()
        if text and date_fault(text):
            yield RULE.at(rendition.at(element), f"{text} is no usual date", "write 2024-01-31")
