"""A081: an element that pushes itself to the front of the keyboard's way."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Criterion, Diagnostic, Rule, Severity
from epubforge.finished.page import Page

RULE = Rule(
    "A081",
    "tab-order-forced",
    Severity.WARNING,
    page="""\
An element has a tabindex greater than 0.

Why it matters
    Who goes through the page with a keyboard is thrown from place to place: all elements with such
    numbers come first, whatever stands before them.
Bad
    <a href="notes.xhtml" tabindex="3">Notes</a>
Good
    <a href="notes.xhtml">Notes</a>, and its place in the text where it is wanted
Reference
    WCAG 2.2, 2.4.3 Focus Order, failure F44: https://www.w3.org/WAI/WCAG22/Techniques/failures/F44
""",
    ace=("tabindex",),
    criterion=Criterion("WCAG 2.4.3", "A"),
)


def tab_order_forced(page: Page) -> Iterator[Diagnostic]:
    """Every such element; 0 and -1 are let pass."""
    if b"tabindex" not in page.document.content or not page.is_html:
        return
    for element in page.document.elements:
        value = element.get("tabindex").strip() if element.attributes else ""
        if value.isascii() and value.isdigit() and value.strip("0"):
            message = f'tabindex="{value[:9]}" puts the {element.local[:40]} out of its order'
            yield RULE.at(page.at(element), message, "take it away, or write 0")
