"""C159: contents nav count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.tree.names import EPUB_TYPE

RULE = Rule(
    "C159",
    "contents-nav-count",
    Severity.ERROR,
    page="""\
The navigation document has not exactly one table of contents, or several page lists or
landmarks.

Why it matters
    Reading systems show one of them, or none.
Bad
    <nav><ol>…</ol></nav>
Good
    <nav epub:type="toc"><ol>…</ol></nav>
Reference
    EPUB 3.3, nav types: https://www.w3.org/TR/epub-33/#sec-nav-def-types
""",
    equivalent="RSC-005",
)


def contents_nav_count(page: Page) -> Iterator[Diagnostic]:
    """Counted in the body."""
    if not page.is_navigation:
        return
    for body in page.document.html("body")[:1]:
        counts = Counter(n for e in page.document.html("nav") for n in set(e.tokens(EPUB_TYPE)))
        if counts["toc"] != 1:
            said = f"{counts['toc'] or 'no'} nav of the type toc"
            yield RULE.at(page.at(body), said, 'write one <nav epub:type="toc">')
        for name in ("page-list", "landmarks"):
            if counts[name] > 1:
                yield RULE.at(page.at(body), f"{counts[name]} nav of the type {name}", "leave one")
