"""C127: title missing."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.tree.names import XHTML

RULE = Rule(
    "C127",
    "title-missing",
    Severity.WARNING,
    page="""\
A page has no title.

Why it matters
    Who listens to the book hears a file name where the page is announced.
Bad
    <head></head>
Good
    <head><title>The Mines</title></head>
Reference
    HTML, the title element:
    https://html.spec.whatwg.org/multipage/semantics.html#the-title-element
""",
    equivalent="RSC-017",
    ace=("document-title",),
)


def title_missing(page: Page) -> Iterator[Diagnostic]:
    """XHTML pages of EPUB 3 that have a head."""
    for head in page.document.html("head") if page.is_content3 else ():
        if not any(each.name == f"{XHTML} title" for each in head.children()):
            yield RULE.at(page.at(head), f"{page.path} has no title", "give it one in its head")
