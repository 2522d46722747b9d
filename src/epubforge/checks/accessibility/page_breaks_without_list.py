"""A053: pages of print that nobody can go to."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Criterion, Diagnostic, Rule, Severity
from epubforge.finished.reading_order import navigation_facts, pages
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "A053",
    "page-breaks-without-list",
    Severity.WARNING,
    page="""\
The book marks where pages of its printed twin begin, and has no list of them.

Why it matters
    "Please turn to page 24": without the list there is nothing to choose 24 from.
Bad
    <span epub:type="pagebreak" id="p24" aria-label="24"/>, and no page-list nav
Good
    <nav epub:type="page-list"><ol><li><a href="one.xhtml#p24">24</a></li></ol></nav>
Reference
    EPUB Accessibility 1.1, page navigation: https://www.w3.org/TR/epub-a11y-11/#sec-page-nav
""",
    criterion=Criterion("EPUB Accessibility, page navigation", "A"),
)


def page_breaks_without_list(rendition: Rendition) -> Iterator[Diagnostic]:
    """In EPUB 3, at the first mark; of textbooks another rule says so."""
    navigation = navigation_facts(rendition) if rendition.is_epub3 else None
    if navigation is None or "page-list" in navigation.semantics:
        return
    marked = [(f, at) for _, f in pages(rendition) for _, at in f.heard.breaks]
    if marked and "edupub" not in rendition.package.types:
        facts, at = marked[0]
        verb = "is" if len(marked) == 1 else "are"
        message = f"{len(marked)} pages of print {verb} marked, and there is no list of them"
        hint = "add a page-list nav to the navigation document"
        yield RULE.at(rendition.book.at_byte(facts.path, at), message, hint)
