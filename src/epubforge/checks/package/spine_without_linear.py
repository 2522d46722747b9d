"""C062: spine without linear."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C062",
    "spine-without-linear",
    Severity.ERROR,
    page="""\
No page of the reading order is part of the main text.

Why it matters
    A reader who opens the book gets nothing to read.
Bad
    <spine><itemref idref="one" linear="no"/></spine>
Good
    <spine><itemref idref="one"/></spine>
Reference
    EPUB 3.3, spine: https://www.w3.org/TR/epub-33/#sec-spine-elem
""",
    equivalent="OPF-033",
)


def spine_without_linear(rendition: Rendition) -> Iterator[Diagnostic]:
    """For a spine that has any page."""
    steps = rendition.package.spine
    if steps and not any(step.is_linear for step in steps):
        yield RULE.at(
            rendition.at(steps[0].element), 'all pages are linear="no"', "leave one linear"
        )
