"""C092: date wrong."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition
from epubforge.finished.tags import date_fault
from epubforge.tree.names import DC

RULE = Rule(
    "C092",
    "date-wrong",
    Severity.ERROR,
    page="""\
A date is not one that there can be, or is not written as EPUB 2 wants it.

Why it matters
    Shops show no date, or a wrong one.
Bad
    <dc:date>31 January 2024</dc:date>
Good
    <dc:date>2024-01-31</dc:date>
Reference
    OPF 2.0.1, date: http://idpf.org/epub/20/spec/OPF_2.0.1_draft.htm#Section2.2.7
""",
    equivalent="OPF-054",
)


def date_wrong(rendition: Rendition) -> Iterator[Diagnostic]:
    """The dates of an EPUB 2."""
    for element in (
        rendition.package.document.named.get(f"{DC} date", ()) if not rendition.is_epub3 else ()
    ):
        text = element.text().strip()
        fault = date_fault(text)
        if fault:
            yield RULE.at(
                rendition.at(element),
                f"{text} is no date" if text else "dc:date is empty",
                "write 2024-01-31",
            )
