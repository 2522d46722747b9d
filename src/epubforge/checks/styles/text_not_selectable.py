"""A106: text that cannot be marked."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page

RULE = Rule(
    "A106",
    "text-not-selectable",
    Severity.WARNING,
    page="""\
A style keeps readers from marking text.

Why it matters
    Who marks a word looks it up, has it read aloud, or notes it. Some programs that read aloud find
    the text by marking it.
Bad
    p { user-select: none; }
Good
    .drop-cap-copy { user-select: none; }, on what repeats text that can be marked
Reference
    EPUB Accessibility 1.1, distribution: https://www.w3.org/TR/epub-a11y-11/#sec-distribution
""",
)

_NAMES = ("user-select", "-webkit-user-select", "-epub-user-select")
_TEXT = frozenset("* html body p div section article li blockquote h1 h2 h3 main span".split())


def text_not_selectable(page: Page) -> Iterator[Diagnostic]:
    """Every such style for text in general; not those for a class."""
    for ruleset, start in page.rulesets:
        each = next((d for d in map(ruleset.last, _NAMES) if d is not None), None)
        if each is None or each.value.lower() != "none":
            continue
        parts = [part.strip().lower() for part in ruleset.selectors.split(",")]
        if any(part in _TEXT for part in parts):
            yield RULE.at(
                page.in_sheet(start, each.line, each.column),
                f"text of {ruleset.selectors} cannot be marked",
                "take it out",
            )
