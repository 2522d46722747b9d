"""C128: title empty."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page

RULE = Rule(
    "C128",
    "title-empty",
    Severity.ERROR,
    page="""\
A page's title is empty.

Why it matters
    Who listens to the book hears a file name where the page is announced.
Bad
    <title></title>
Good
    <title>The Mines</title>
Reference
    HTML, the title element:
    https://html.spec.whatwg.org/multipage/semantics.html#the-title-element
""",
    equivalent="RSC-005",
    ace=("document-title",),
)


def title_empty(page: Page) -> Iterator[Diagnostic]:
    """In EPUB 3."""
    for title in page.document.html("title") if page.is_content3 else ():
        if not title.text().strip():
            yield RULE.at(
                page.at(title), f"the title of {page.path} is empty", "say what the page is"
            )
