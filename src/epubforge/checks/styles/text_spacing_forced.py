"""A103: spacing that a reader may not widen."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Criterion, Diagnostic, Rule, Severity
from epubforge.finished.page import Page

RULE = Rule(
    "A103",
    "text-spacing-forced",
    Severity.WARNING,
    page="""\
A style forces the distance of lines, letters or words with !important.

Why it matters
    People with dyslexia or poor sight widen these distances in their reading system. What is forced
    here wins over what they set.
Bad
    p { line-height: 1.2 !important; }
Good
    p { line-height: 1.2; }
Reference
    WCAG 2.2, 1.4.12 Text Spacing: https://www.w3.org/TR/WCAG22/#text-spacing
""",
    ace=("avoid-inline-spacing",),
    criterion=Criterion("WCAG 1.4.12", "AA"),
)

_NAMES = frozenset({"line-height", "letter-spacing", "word-spacing"})


def text_spacing_forced(page: Page) -> Iterator[Diagnostic]:
    """Every such declaration where the text flows."""
    if not page.styles_flow:
        return
    for ruleset, start in page.rulesets:
        for each in ruleset.declarations:
            if each.name in _NAMES and each.is_important:
                yield RULE.at(
                    page.in_sheet(start, each.line, each.column),
                    f"{each.name} of {ruleset.selectors or 'this element'} is forced on the reader",
                    "take out !important",
                )
