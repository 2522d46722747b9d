"""A055: the beginning of a page of print, whose number nobody hears."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Criterion, Diagnostic, Rule, Severity
from epubforge.finished.breaks import page_breaks
from epubforge.finished.page import Page
from epubforge.finished.spoken import name_of

RULE = Rule(
    "A055",
    "page-break-without-label",
    Severity.WARNING,
    page="""\
The mark where a page of the printed book begins does not say which page it is.

Why it matters
    "Please turn to page 24": who listens hears "page break", and no number. The mark is mostly
    empty, so that its number must stand in aria-label.
Bad
    <span epub:type="pagebreak" role="doc-pagebreak" id="p24"/>
Good
    <span epub:type="pagebreak" role="doc-pagebreak" id="p24" aria-label="24"/>
Reference
    EPUB Accessibility Techniques 1.1, page break markers:
    https://www.w3.org/TR/epub-a11y-tech-11/#sec-page-breaks
""",
    ace=("pagebreak-label",),
    criterion=Criterion("EPUB Accessibility 3.2", "A"),
)


def page_break_without_label(page: Page) -> Iterator[Diagnostic]:
    """Marks without aria-label, title or text."""
    for mark in page_breaks(page):
        if not name_of(page, mark):
            message = "the beginning of a printed page does not say which page it is"
            yield RULE.at(page.at(mark), message, 'write its number, as aria-label="24"')
