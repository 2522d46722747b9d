"""C211: nav link remote."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.finished.url import resolve
from epubforge.tree.names import EPUB_TYPE, XHTML

RULE = Rule(
    "C211",
    "nav-link-remote",
    Severity.ERROR,
    page="""\
Contents, page list or landmarks lead out of the book.

Why it matters
    Reading systems show there the places of this book.
Bad
    <nav epub:type="toc"> … <a href="https://example.org/">
Good
    <a href="one.xhtml">
Reference
    EPUB 3.3, nav content model: https://www.w3.org/TR/epub-33/#sec-nav-def-model
""",
    equivalent="NAV-010",
)


def nav_link_remote(page: Page) -> Iterator[Diagnostic]:
    """The links of these three."""
    for nav in page.document.html("nav") if page.is_navigation else ():
        names = {"toc", "page-list", "landmarks"} & set(nav.tokens(EPUB_TYPE))
        for link in nav.descendants() if names else ():
            if link.name == f"{XHTML} a" and resolve(page.path, link.get("href")).is_remote:
                said = f"{link.get('href')} leads out of the book"
                yield RULE.at(page.at(link), said, "lead to a page of the book")
