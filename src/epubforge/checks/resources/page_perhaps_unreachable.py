"""L051: page perhaps unreachable."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.reach import unreachable
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "L051",
    "page-perhaps-unreachable",
    Severity.NOTE,
    page="""\
A page aside of the main text is reached by no link, but perhaps by a script.

Why it matters
    If no script opens it, no reader ever sees it.
Bad
    <itemref idref="answers" linear="no"/>, and no link to answers.xhtml
Good
    <a href="answers.xhtml">Answers</a>
Reference
    EPUB 3.3, linear: https://www.w3.org/TR/epub-33/#attrdef-itemref-linear
""",
    equivalent="OPF-096b",
)


def page_perhaps_unreachable(rendition: Rendition) -> Iterator[Diagnostic]:
    """In a book with scripts."""
    for step, has_scripts in unreachable(rendition):
        if has_scripts and step.item is not None:
            said = f"no link leads to {step.item.href}"
            yield RULE.at(rendition.at(step.element), said, "look at the scripts")
