"""C101: prefix empty."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.named import prefix_faults
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C101",
    "prefix-empty",
    Severity.ERROR,
    page="""\
A declaration of prefixes has a colon with no prefix before it.

Why it matters
    What was meant cannot be told.
Bad
    prefix=": http://xmlns.com/foaf/spec/"
Good
    prefix="foaf: http://xmlns.com/foaf/spec/"
Reference
    EPUB 3.3, the prefix attribute: https://www.w3.org/TR/epub-33/#sec-prefix-attr
""",
    equivalent="OPF-004a",
)


def prefix_empty(rendition: Rendition) -> Iterator[Diagnostic]:
    """In the package document."""
    for place, reason in prefix_faults(rendition, "a"):
        yield RULE.at(place, reason, "write prefix: address")
