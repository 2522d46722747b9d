"""C014: xml not well formed."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.held import Held

RULE = Rule(
    "C014",
    "xml-not-well-formed",
    Severity.ERROR,
    page="""\
A file that must be XML is not well-formed.

Why it matters
    Reading systems show an error in place of the page, or stop.
Bad
    <p>one<br>two</p>
Good
    <p>one<br/>two</p>
Reference
    https://www.w3.org/TR/xml/#sec-well-formed
""",
    blocking=True,
    equivalent="RSC-016",
)


def xml_not_well_formed(held: Held) -> Iterator[Diagnostic]:
    """The first fault of a document; what follows after it cannot be read."""
    fault = held.document.fault
    if fault is not None:
        said = f"{held.document.name} is not well-formed XML: {fault.reason}"
        place = held.book.place(held.document.name, held.document, fault.at)
        yield RULE.at(place, said, "close what is open, escape & and <")
