"""C100: prefix misplaced colon."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.named import prefix_faults
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C100",
    "prefix-misplaced-colon",
    Severity.ERROR,
    page="""\
A prefix is declared without a colon right after it.

Why it matters
    What has the prefix means nothing.
Bad
    prefix="foaf http://xmlns.com/foaf/spec/"
Good
    prefix="foaf: http://xmlns.com/foaf/spec/"
Reference
    EPUB 3.3, the prefix attribute: https://www.w3.org/TR/epub-33/#sec-prefix-attr
""",
    equivalent="OPF-004c",
)


def prefix_misplaced_colon(rendition: Rendition) -> Iterator[Diagnostic]:
    """In the package document."""
    for place, reason in prefix_faults(rendition, "c"):
        yield RULE.at(place, reason, "write prefix: address")
