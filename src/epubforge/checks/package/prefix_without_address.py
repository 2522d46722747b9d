"""C104: prefix without address."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.named import prefix_faults
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C104",
    "prefix-without-address",
    Severity.ERROR,
    page="""\
A prefix is declared without an address.

Why it matters
    What has the prefix means nothing.
Bad
    prefix="foaf:"
Good
    prefix="foaf: http://xmlns.com/foaf/spec/"
Reference
    EPUB 3.3, the prefix attribute: https://www.w3.org/TR/epub-33/#sec-prefix-attr
""",
    equivalent="OPF-005",
)


def prefix_without_address(rendition: Rendition) -> Iterator[Diagnostic]:
    """In the package document."""
    for place, reason in prefix_faults(rendition, "5"):
        yield RULE.at(place, reason, "write prefix: address")
