"""C160: landmark wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.tree.names import EPUB_TYPE, XHTML

RULE = Rule(
    "C160",
    "landmark-wrong",
    Severity.ERROR,
    page="""\
A landmark does not say what it is, or is said twice.

Why it matters
    Reading systems offer the reader cover, contents and start of the text by these names.
Bad
    <nav epub:type="landmarks"><ol><li><a href="one.xhtml">Start</a></li></ol></nav>
Good
    <a epub:type="bodymatter" href="one.xhtml">Start</a>
Reference
    EPUB 3.3, landmarks nav: https://www.w3.org/TR/epub-33/#sec-nav-landmarks
""",
    equivalent="RSC-005",
)


def landmark_wrong(page: Page) -> Iterator[Diagnostic]:
    """The links of the landmarks."""
    if not page.is_navigation:
        return
    for nav in page.of_type("landmarks"):
        links = [
            e
            for e in nav.descendants()
            if e.name == f"{XHTML} a" and page.document.around(e, f"{XHTML} ol")
        ]
        keys = [
            (tuple(each.get(EPUB_TYPE).lower().split()), " ".join(each.get("href").lower().split()))
            for each in links
        ]
        counts = Counter(keys)
        for link, key in zip(links, keys, strict=True):
            if EPUB_TYPE not in link.attributes:
                yield RULE.at(page.at(link), "the landmark has no epub:type", "say what it is")
            elif counts[key] > 1:
                yield RULE.at(
                    page.at(link), f"{' '.join(key[0])} is said again", "leave one of them"
                )
