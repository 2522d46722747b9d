"""C168: region nav malformed."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.tree.names import EPUB_TYPE, XHTML

RULE = Rule(
    "C168",
    "region-nav-malformed",
    Severity.ERROR,
    page="""\
A document that leads to regions of pages is not made as it must be.

Why it matters
    Reading systems cannot go from panel to panel.
Bad
    <nav epub:type="region-based"><h1>Panels</h1><ol>…</ol></nav>
Good
    <nav epub:type="region-based"><ol><li><a
      href="p1.xhtml#xywh=percent:5,5,15,15"/></li></ol></nav>
Reference
    EPUB Region-Based Navigation: https://idpf.org/epub/renditions/region-nav/
""",
    equivalent="RSC-005",
)


def region_nav_malformed(page: Page) -> Iterator[Diagnostic]:
    """What a nav, its items and their spans hold."""
    if not page.is_data_navigation:
        return
    for nav in page.document.html("nav"):
        if not nav.get(EPUB_TYPE).strip() and nav.inside(f"{XHTML} nav") is None:
            yield RULE.at(page.at(nav), "nav has no epub:type", "say what it is")
    for nav in page.of_type("region-based"):
        children = list(nav.children())
        if nav.local == "nav" and [each.local for each in children] != ["ol"]:
            yield RULE.at(
                page.at(nav), "a region-based nav holds one ol and nothing else", "mend it"
            )
        for element in nav.descendants():
            names = [each.local for each in element.children()]
            if element.local == "li" and (
                names[:1] not in (["a"], ["span"]) or names[1:] not in ([], ["ol"])
            ):
                yield RULE.at(
                    page.at(element), "li holds a or span, and ol at most after it", "mend it"
                )
            if element.local == "span" and names != ["a", "a"]:
                yield RULE.at(page.at(element), "a span of regions holds two links", "mend it")
