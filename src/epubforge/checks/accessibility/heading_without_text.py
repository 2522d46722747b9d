"""A049: a heading with nothing in it."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Criterion, Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.finished.spoken import is_hidden, name_of

RULE = Rule(
    "A049",
    "heading-without-text",
    Severity.WARNING,
    page="""\
A heading has no text.

Why it matters
    Who listens goes from heading to heading, and hears here "heading, level two", and nothing. Most
    are left over from a space that somebody wanted above a chapter: styles make space.
Bad
    <h2></h2>
Good
    <h2>The record</h2>
Reference
    WCAG 2.2, 1.3.1 Info and Relationships: https://www.w3.org/TR/WCAG22/#info-and-relationships
    WCAG 2.2, 2.4.6 Headings and Labels: https://www.w3.org/TR/WCAG22/#headings-and-labels
""",
    criterion=Criterion("WCAG 1.3.1", "A"),
)


def in_stranger(page: Page) -> Iterator[Diagnostic]:
    """Headings without text and without a described picture, unless they are hidden.

    In a manuscript M052 finds them.
    """
    for heading in page.document.html("h1", "h2", "h3", "h4", "h5", "h6"):
        if not name_of(page, heading) and not is_hidden(page, heading):
            hint = "write what the section is called, or take the heading away"
            yield RULE.at(page.at(heading), f"the {heading.local} has no text", hint)
