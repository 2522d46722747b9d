"""C170: data nav in spine."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page

RULE = Rule(
    "C170",
    "data-nav-in-spine",
    Severity.WARNING,
    page="""\
The document that leads to regions stands in the reading order.

Why it matters
    A reader who turns pages meets a page of nothing.
Bad
    <itemref idref="data-nav"/>
Good
    The spine without it.
Reference
    EPUB Region-Based Navigation: https://idpf.org/epub/renditions/region-nav/
""",
    equivalent="OPF-077",
)


def data_nav_in_spine(page: Page) -> Iterator[Diagnostic]:
    """By its item."""
    if page.is_data_navigation and page.step is not None:
        place = page.book.at(page.package.document, page.step.element)
        yield RULE.at(place, f"{page.path} stands in the spine", "take it out")
