"""A084: a page that goes away by itself."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Criterion, Diagnostic, Rule, Severity
from epubforge.finished.page import Page

RULE = Rule(
    "A084",
    "page-moves-on",
    Severity.WARNING,
    page="""\
A page is told to load again, or to go to another, after some time.

Why it matters
    Slow readers, and all who listen, are torn out of a sentence and lose their place.
Bad
    <meta http-equiv="refresh" content="30; url=2.xhtml"/>
Good
    <a href="2.xhtml">Go on</a>
Reference
    WCAG 2.2, 2.2.1 Timing Adjustable, failure F41:
    https://www.w3.org/WAI/WCAG22/Techniques/failures/F41
""",
    ace=("meta-refresh",),
    criterion=Criterion("WCAG 2.2.1", "A"),
)


def page_moves_on(page: Page) -> Iterator[Diagnostic]:
    """Pages with such an order in their head."""
    for meta in page.document.html("meta"):
        if meta.get("http-equiv").strip().lower() == "refresh":
            message = "the page goes on by itself after some time"
            yield RULE.at(page.at(meta), message, "take the order away, and put a link in the text")
