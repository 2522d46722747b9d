"""A102: links that do not show where one is."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Criterion, Diagnostic, Rule, Severity
from epubforge.finished.page import Page

RULE = Rule(
    "A102",
    "focus-hidden",
    Severity.WARNING,
    page="""\
A style takes away the outline around the link that the keyboard has reached.

Why it matters
    Who reads with keys or a switch sees no more where on the page they are.
Bad
    a { outline: none; }
Good
    a:focus { outline: thin solid; }
Reference
    WCAG 2.2, 2.4.7 Focus Visible: https://www.w3.org/TR/WCAG22/#focus-visible
""",
    criterion=Criterion("WCAG 2.4.7", "AA"),
)


def focus_hidden(page: Page) -> Iterator[Diagnostic]:
    """Every outline that is set to nothing, where nothing else marks the focus in the same rule."""
    for ruleset, start in page.rulesets:
        each = ruleset.last("outline") or ruleset.last("outline-style")
        if each is None or not {"none", "0", "0px"} & set(each.words):
            continue
        instead = {"box-shadow", "border", "border-bottom", "background", "background-color"}
        if ":focus" in ruleset.selectors and any(d.name in instead for d in ruleset.declarations):
            continue
        yield RULE.at(
            page.in_sheet(start, each.line, each.column),
            f"{ruleset.selectors or 'this element'} shows no outline when it has the focus",
            "leave the outline, or mark :focus by a border or a ground",
        )
