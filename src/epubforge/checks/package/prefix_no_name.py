"""C102: prefix no name."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.named import prefix_faults
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C102",
    "prefix-no-name",
    Severity.ERROR,
    page="""\
A prefix is no name: it begins with a figure, or holds a sign that names cannot have.

Why it matters
    What has the prefix means nothing.
Bad
    prefix="3d: http://example.org/3d#"
Good
    prefix="d3: http://example.org/3d#"
Reference
    EPUB 3.3, the prefix attribute: https://www.w3.org/TR/epub-33/#sec-prefix-attr
""",
    equivalent="OPF-004b",
)


def prefix_no_name(rendition: Rendition) -> Iterator[Diagnostic]:
    """In the package document."""
    for place, reason in prefix_faults(rendition, "b"):
        yield RULE.at(place, reason, "use letters, figures and hyphens, a letter first")
