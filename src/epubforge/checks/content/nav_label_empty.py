"""C161: nav label empty."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.tree.document import Document, Element
from epubforge.tree.names import EPUB_TYPE, XHTML

RULE = Rule(
    "C161",
    "nav-label-empty",
    Severity.ERROR,
    page="""\
An entry or heading of the navigation document has no text.

Why it matters
    The reader sees an empty line that leads somewhere.
Bad
    <a href="one.xhtml"><img src="one.png" alt=""/></a>
Good
    <a href="one.xhtml"><img src="one.png" alt="One"/></a>
Reference
    EPUB 3.3, nav content model: https://www.w3.org/TR/epub-33/#sec-nav-def-model
""",
    equivalent="RSC-005",
    ace=("link-name",),
)


def nav_label_empty(page: Page) -> Iterator[Diagnostic]:
    """Links and spans of the lists, and all headings."""
    if not page.is_navigation:
        return
    document = page.document
    lists = [e for e in document.html("a", "span") if _is_entry(document, e)]
    for element in [*lists, *document.html("h1", "h2", "h3", "h4", "h5", "h6")]:
        words = [element.text(), *(e.get("alt") for e in element.children() if e.local == "img")]
        words += [e.get("aria-label") for e in (element, *element.descendants())]
        if not "".join(words).strip():
            yield RULE.at(page.at(element), f"{element.local} has no text", "say where it leads")


def _is_entry(document: Document, element: Element) -> bool:
    nav = document.around(element, f"{XHTML} nav")
    return (
        nav is not None
        and EPUB_TYPE in nav.attributes
        and document.around(element, f"{XHTML} ol") is not None
    )
