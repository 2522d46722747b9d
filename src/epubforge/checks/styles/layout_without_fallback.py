"""R070: layouts that older readers know nothing of."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page

RULE = Rule(
    "R070",
    "layout-without-fallback",
    Severity.WARNING,
    page="""\
A style lays out boxes by flex or grid, and says nothing for readers that know neither.

Why it matters
    Older Kindles, readers on Adobe's engine and many e-ink devices know no flex and no grid. What
    stood side by side falls apart, or is set in a way that nobody has looked at.
Bad
    .pair { display: flex; }
Good
    .pair { display: block; display: flex; }
    @supports (display: grid) { .pair { display: grid; } }
Reference
    EPUB 3.3, CSS requirements: https://www.w3.org/TR/epub-33/#sec-css-req
    CSS Conditional Rules: https://www.w3.org/TR/css-conditional-3/#at-supports
""",
)

_NEW = frozenset({"flex", "inline-flex", "grid", "inline-grid"})


def layout_without_fallback(page: Page) -> Iterator[Diagnostic]:
    """Every flex or grid that no other display stands before, outside of @supports."""
    for ruleset, start in page.rulesets:
        if ruleset.is_inside("supports"):
            continue
        shown = [each for each in ruleset.declarations if each.name == "display"]
        for number, each in enumerate(shown):
            if _NEW & set(each.words) and (number == 0 or _NEW & set(shown[number - 1].words)):
                yield RULE.at(
                    page.in_sheet(start, each.line, each.column),
                    f"{ruleset.selectors or 'this element'} is laid out by {each.value} alone",
                    "write display: block before it, or put the rule in @supports",
                )
