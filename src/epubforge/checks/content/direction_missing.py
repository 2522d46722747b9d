"""C132: direction missing."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page

RULE = Rule(
    "C132",
    "direction-missing",
    Severity.ERROR,
    page="""\
An element that changes the direction of writing does not say which it is.

Why it matters
    Text in Hebrew or Arabic comes out in the wrong order.
Bad
    <bdo>…</bdo>
Good
    <bdo dir="rtl">…</bdo>
Reference
    HTML, the bdo element:
    https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-bdo-element
""",
    equivalent="RSC-005",
)


def direction_missing(page: Page) -> Iterator[Diagnostic]:
    """In EPUB 3."""
    for element in page.document.html("bdo") if page.is_content3 else ():
        if "dir" not in element.attributes:
            yield RULE.at(page.at(element), "bdo without dir", 'write dir="ltr" or dir="rtl"')
