"""C106: prefix underscore."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.named import declared
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C106",
    "prefix-underscore",
    Severity.ERROR,
    page="""\
The prefix _ is declared, which must not be.

Why it matters
    It is kept for another use.
Bad
    prefix="_: http://example.org/"
Good
    prefix="own: http://example.org/"
Reference
    EPUB 3.3, the prefix attribute: https://www.w3.org/TR/epub-33/#sec-prefix-attr
""",
    equivalent="OPF-007a",
)


def prefix_underscore(rendition: Rendition) -> Iterator[Diagnostic]:
    """In the package document."""
    if "_" in declared(rendition):
        yield RULE.at(rendition.root, "the prefix _ cannot be declared", "choose another prefix")
