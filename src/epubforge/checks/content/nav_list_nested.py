"""C163: nav list nested."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.tree.names import EPUB_TYPE, XHTML

RULE = Rule(
    "C163",
    "nav-list-nested",
    Severity.WARNING,
    page="""\
A page list or the landmarks hold lists inside lists.

Why it matters
    Reading systems show them flat, or the outer entries alone.
Bad
    <nav epub:type="page-list"><ol><li><a …>1</a><ol>…</ol></li></ol></nav>
Good
    One list.
Reference
    EPUB 3.3, page-list nav: https://www.w3.org/TR/epub-33/#sec-nav-pagelist
""",
    equivalent="RSC-017",
)


def nav_list_nested(page: Page) -> Iterator[Diagnostic]:
    """Counted in each such nav."""
    for nav in page.document.html("nav") if page.is_navigation else ():
        if {"page-list", "landmarks"} & set(nav.tokens(EPUB_TYPE)):
            count = sum(1 for each in nav.descendants() if each.name == f"{XHTML} ol")
            if count != 1:
                said = f"the nav {nav.get(EPUB_TYPE)} has {count} lists"
                yield RULE.at(page.at(nav), said, "make it one flat list")
