"""C169: region label."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page

RULE = Rule(
    "C169",
    "region-label",
    Severity.WARNING,
    page="""\
A link to a region has a text.

Why it matters
    It is never shown.
Bad
    <a href="p1.xhtml#xywh=percent:5,5,15,15">Panel 1</a>
Good
    <a href="p1.xhtml#xywh=percent:5,5,15,15"/>
Reference
    EPUB Region-Based Navigation: https://idpf.org/epub/renditions/region-nav/
""",
    equivalent="RSC-017",
)


def region_label(page: Page) -> Iterator[Diagnostic]:
    """The links of the lists of regions."""
    for nav in page.of_type("region-based") if page.is_data_navigation else ():
        for link in nav.descendants():
            if link.local == "a" and link.text().strip():
                yield RULE.at(
                    page.at(link), f"the link to {link.get('href')} has a text", "take it out"
                )
