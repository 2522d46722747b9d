"""C103: prefix glued."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.named import prefix_faults
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C103",
    "prefix-glued",
    Severity.ERROR,
    page="""\
A prefix and its address are not kept apart by a blank.

Why it matters
    What has the prefix means nothing.
Bad
    prefix="foaf:http://xmlns.com/foaf/spec/"
Good
    prefix="foaf: http://xmlns.com/foaf/spec/"
Reference
    EPUB 3.3, the prefix attribute: https://www.w3.org/TR/epub-33/#sec-prefix-attr
""",
    equivalent="OPF-004d",
)


def prefix_glued(rendition: Rendition) -> Iterator[Diagnostic]:
    """In the package document."""
    for place, reason in prefix_faults(rendition, "d"):
        yield RULE.at(place, reason, "write prefix: address")
