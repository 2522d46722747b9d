"""A101: what moves by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from epubforge.diagnostics import Criterion, Diagnostic, Rule, Severity
from epubforge.finished.page import Page

RULE = Rule(
    "A101",
    "motion-by-style",
    Severity.WARNING,
    page="""\
A style moves or changes something by itself, also for readers who asked for less motion.

Why it matters
    Motion makes some people sick, and keeps others from reading the words beside it. On e-ink it
    leaves shadows and empties the battery.
Bad
    h1 { animation: drift 4s infinite; }
Good
    @media (prefers-reduced-motion: no-preference) { h1 { animation: drift 4s; } }
Reference
    WCAG 2.2, 2.2.2 Pause, Stop, Hide: https://www.w3.org/TR/WCAG22/#pause-stop-hide
""",
    criterion=Criterion("WCAG 2.2.2", "A"),
)

_NAME = re.compile(r"(?:-webkit-)?animation(?:-name)?")


def motion_by_style(page: Page) -> Iterator[Diagnostic]:
    """Every animation outside of a query for readers who have no objection."""
    for ruleset, start in page.rulesets:
        if ruleset.is_inside("media", "prefers-reduced-motion"):
            continue
        for each in ruleset.declarations:
            if _NAME.fullmatch(each.name) and not {"none", "0s"} & set(each.words):
                yield RULE.at(
                    page.in_sheet(start, each.line, each.column),
                    f"{ruleset.selectors or 'this element'} moves by {each.name}",
                    "take it out, or put it in @media (prefers-reduced-motion: no-preference)",
                )
