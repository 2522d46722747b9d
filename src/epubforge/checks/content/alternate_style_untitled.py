"""C183: alternate style untitled."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page

RULE = Rule(
    "C183",
    "alternate-style-untitled",
    Severity.ERROR,
    page="""\
A stylesheet to choose has no title.

Why it matters
    The reader cannot choose what has no name.
Bad
    <link rel="alternate stylesheet" href="night.css"/>
Good
    <link rel="alternate stylesheet" title="Night" href="night.css"/>
Reference
    EPUB 3.3, alternate style tags: https://idpf.org/epub/altss-tags/
""",
    equivalent="CSS-015",
)


def alternate_style_untitled(page: Page) -> Iterator[Diagnostic]:
    """In EPUB 3."""
    for link in page.document.html("link") if page.is_content3 else ():
        relations = set(link.get("rel").lower().split())
        if {"alternate", "stylesheet"} <= relations and not link.get("title").strip():
            yield RULE.at(page.at(link), f"{link.get('href')} has no title", "give it one")
