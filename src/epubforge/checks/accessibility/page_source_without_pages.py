"""A057: an edition that no page number is of."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.reading_order import navigation_facts, pages
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "A057",
    "page-source-without-pages",
    Severity.WARNING,
    page="""\
The package names the printed book that its page numbers are of, and there are none.

Why it matters
    Shops tell readers that the pages of the print can be found. They cannot.
Bad
    <meta property="pageBreakSource">urn:isbn:9783869306896</meta>, and no page list
Good
    The same with a page list and marks, or neither
Reference
    EPUB Accessibility 1.1, page source: https://www.w3.org/TR/epub-a11y-11/#sec-page-src
""",
)


def page_source_without_pages(rendition: Rendition) -> Iterator[Diagnostic]:
    """A source other than none, in a book with neither page list nor marks."""
    navigation = navigation_facts(rendition)
    if navigation is None or "page-list" in navigation.semantics:
        return
    if any(facts.heard.breaks for _, facts in pages(rendition)):
        return
    for meta in rendition.package.metas:
        if meta.get("property").strip() == "pageBreakSource":
            source = " ".join(meta.text().split())
            if source and source != "none":
                message = f"the pages of {source[:60]} are neither listed nor marked"
                yield RULE.at(
                    rendition.at(meta), message, "add a page list, or take the source away"
                )
