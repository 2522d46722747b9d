"""L050: page unreachable."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.reach import unreachable
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "L050",
    "page-unreachable",
    Severity.ERROR,
    page="""\
A page aside of the main text is reached by no link.

Why it matters
    No reader ever sees it.
Bad
    <itemref idref="answers" linear="no"/>, and no link to answers.xhtml
Good
    <a href="answers.xhtml">Answers</a>
Reference
    EPUB 3.3, linear: https://www.w3.org/TR/epub-33/#attrdef-itemref-linear
""",
    equivalent="OPF-096",
)


def page_unreachable(rendition: Rendition) -> Iterator[Diagnostic]:
    """In a book without scripts, which could open it."""
    for step, has_scripts in unreachable(rendition):
        if not has_scripts and step.item is not None:
            said = f"no link leads to {step.item.href}"
            yield RULE.at(rendition.at(step.element), said, "link it, or make it linear")
