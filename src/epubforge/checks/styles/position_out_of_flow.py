"""R073: what is taken out of the flow of the text."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page

RULE = Rule(
    "R073",
    "position-out-of-flow",
    Severity.WARNING,
    page="""\
A style takes something out of the flow of the text by its position.

Why it matters
    Where pages turn nobody knows what stands behind it: it covers text, falls between two pages, or
    is not shown. Kindle and many e-ink readers ignore position, or apply it to the wrong page.
Bad
    .caption { position: absolute; bottom: 0; }
Good
    .caption { margin-top: 1em; }
Reference
    EPUB 3.3, CSS requirements: https://www.w3.org/TR/epub-33/#sec-css-req
""",
)


def position_out_of_flow(page: Page) -> Iterator[Diagnostic]:
    """Every absolute or sticky position where the text flows; a fixed one is C178's."""
    if not page.styles_flow:
        return
    for ruleset, start in page.rulesets:
        each = ruleset.last("position")
        if each is not None and each.value.lower() in {"absolute", "sticky"}:
            yield RULE.at(
                page.in_sheet(start, each.line, each.column),
                f"{ruleset.selectors or 'this element'} is taken out of the text by {each.value}",
                "let it flow: margins, text-align and float do what pages can do",
            )
