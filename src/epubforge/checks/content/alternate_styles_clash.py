"""C184: alternate styles clash."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page

RULE = Rule(
    "C184",
    "alternate-styles-clash",
    Severity.NOTE,
    page="""\
A stylesheet is for day and for night, or for two directions at once.

Why it matters
    Reading systems cannot tell when to take it.
Bad
    <link rel="stylesheet" class="day night" href="a.css"/>
Good
    <link rel="stylesheet" class="night" href="a.css"/>
Reference
    EPUB alternate style tags: https://idpf.org/epub/altss-tags/
""",
    equivalent="CSS-005",
)


def alternate_styles_clash(page: Page) -> Iterator[Diagnostic]:
    """In EPUB 3."""
    for link in page.document.html("link") if page.is_content3 else ():
        words = set(link.tokens("class"))
        if "stylesheet" in link.tokens("rel") and (
            {"day", "night"} <= words or {"vertical", "horizontal"} <= words
        ):
            yield RULE.at(
                page.at(link), f"{link.get('class')} exclude each other", "leave one of them"
            )
