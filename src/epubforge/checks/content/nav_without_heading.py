"""C162: nav without heading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.tree.names import EPUB_TYPE

RULE = Rule(
    "C162",
    "nav-without-heading",
    Severity.ERROR,
    page="""\
A list of the navigation document that is none of the known ones has no heading.

Why it matters
    The reader cannot know what is listed.
Bad
    <nav epub:type="lot"><ol>…</ol></nav>
Good
    <nav epub:type="lot"><h2>Tables</h2><ol>…</ol></nav>
Reference
    EPUB 3.3, nav content model: https://www.w3.org/TR/epub-33/#sec-nav-def-model
""",
    equivalent="RSC-005",
)


_KNOWN = frozenset({"toc", "page-list", "landmarks"})


def nav_without_heading(page: Page) -> Iterator[Diagnostic]:
    """Other types than contents, page list and landmarks."""
    for nav in page.document.html("nav") if page.is_navigation else ():
        meanings = nav.tokens(EPUB_TYPE)
        first = next(nav.children(), None)
        has = first is not None and re.match(r"h[1-6]\Z", first.local)
        if EPUB_TYPE in nav.attributes and not _KNOWN & set(meanings) and not has:
            said = f"the nav {' '.join(meanings)} has no heading"
            yield RULE.at(page.at(nav), said, "begin it with a heading")
