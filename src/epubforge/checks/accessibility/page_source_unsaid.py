"""A056: page numbers of nobody knows which edition."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Criterion, Diagnostic, Rule, Severity
from epubforge.finished.reading_order import navigation_facts, pages
from epubforge.finished.rendition import Rendition
from epubforge.tree.names import DC

RULE = Rule(
    "A056",
    "page-source-unsaid",
    Severity.WARNING,
    page="""\
The book has the page numbers of a printed one and does not say of which.

Why it matters
    Hardback and paperback have other pages. Who cites, or goes to a page that somebody names, must
    know whether the numbers are those.
Bad
    A page list, and neither pageBreakSource nor dc:source
Good
    <meta property="pageBreakSource">urn:isbn:9783869306896</meta>
    <meta property="pageBreakSource">none</meta>, where the numbers are the book's own
Reference
    EPUB Accessibility 1.1, page source: https://www.w3.org/TR/epub-a11y-11/#sec-page-src
""",
    ace=("epub-pagesource",),
    criterion=Criterion("EPUB Accessibility, page navigation", "A"),
)


def page_source_unsaid(rendition: Rendition) -> Iterator[Diagnostic]:
    """Flowing books of EPUB 3 with a page list or marks; dc:source counts as well."""
    navigation = navigation_facts(rendition) if rendition.is_epub3 else None
    package = rendition.package
    if navigation is None or package.is_fixed or package.meta_values("pageBreakSource"):
        return
    has_pages = "page-list" in navigation.semantics or any(
        facts.heard.breaks for _, facts in pages(rendition)
    )
    named = [e for e in package.document.named.get(f"{DC} source", ()) if e.text().strip()]
    if has_pages and not named and "edupub" not in package.types:
        message = "nothing says of which edition the page numbers are"
        hint = "name it in pageBreakSource, or write none there if they are the book's own"
        yield RULE.at(rendition.root, message, hint)
