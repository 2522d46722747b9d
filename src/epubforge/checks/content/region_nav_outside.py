"""C167: region nav outside."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page

RULE = Rule(
    "C167",
    "region-nav-outside",
    Severity.ERROR,
    page="""\
A list of regions stands outside of the document that is made for it.

Why it matters
    Reading systems look for it there alone.
Bad
    <nav epub:type="region-based"> in a page
Good
    The same in the item with properties="data-nav"
Reference
    EPUB Region-Based Navigation: https://idpf.org/epub/renditions/region-nav/
""",
    equivalent="HTM-052",
)


def region_nav_outside(page: Page) -> Iterator[Diagnostic]:
    """In all other pages."""
    if page.is_content3 and not page.is_data_navigation:
        for element in page.of_type("region-based"):
            said = "region-based stands in a page that is no data-nav"
            yield RULE.at(
                page.at(element), said, "move it into the item with the property data-nav"
            )
