"""A054: a page of print that is missing from the list."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Criterion, Diagnostic, Rule, Severity
from epubforge.finished.reading_order import navigation_facts, pages
from epubforge.finished.references import Use
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "A054",
    "page-break-not-listed",
    Severity.WARNING,
    page="""\
The list of printed pages does not lead to a page that is marked in the text.

Why it matters
    Who asks for that page is told that there is none.
Bad
    <span epub:type="pagebreak" id="p25" aria-label="25"/>, and a page list that ends with 24
Good
    <li><a href="one.xhtml#p25">25</a></li>
Reference
    EPUB Accessibility 1.1, page navigation: https://www.w3.org/TR/epub-a11y-11/#sec-page-nav
""",
    ace=("epub-pagelist-missing-pagebreak",),
    criterion=Criterion("EPUB Accessibility, page navigation", "A"),
)


def page_break_not_listed(rendition: Rendition) -> Iterator[Diagnostic]:
    """In flowing books of EPUB 3 with a list; once for each document, at its first such mark."""
    navigation = navigation_facts(rendition) if rendition.is_epub3 else None
    if navigation is None or "page-list" not in navigation.semantics:
        return
    listed = {
        (r.url.path, r.url.fragment or "") for r in navigation.references if r.use is Use.NAV_PAGES
    }
    for step, facts in pages(rendition):
        missing = [at for name, at in facts.heard.breaks if (facts.path, name) not in listed]
        if missing and not rendition.package.is_fixed_page(step):
            count = len(missing)
            what = "a page of print is" if count == 1 else f"{count} pages of print are"
            message = f"{what} marked, and not in the page list"
            hint = "add a line for each mark; a mark needs an id for that"
            yield RULE.at(rendition.book.at_byte(facts.path, missing[0]), message, hint)
