"""R025: a fixed book that begins on a left-hand page."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.checks.shops import those, verb
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "R025",
    "first-page-left",
    Severity.WARNING,
    page="""\
The first page of a fixed book that is read from left to right is a left-hand page.

Why it matters
    Apple Books takes the first page for a right-hand one, as in print; Kobo's app for iOS shows it
    alone. Where the book says otherwise, all that follow change sides, and plates that go across
    two pages are torn apart.
Bad
    <itemref idref="cover" properties="page-spread-left"/>
Good
    <itemref idref="cover" properties="page-spread-right"/>
Reference
    Apple Books Asset Guide, itc250e186b9 (read 2026-11-23, certain)
    Kobo, github.com/kobolabs/epub-spec, "Fixed Layout" (read 2026-11-23, certain)
""",
)


def first_page_left(rendition: Rendition) -> Iterator[Diagnostic]:
    """The first step that is in the reading order."""
    asking = those(rendition.book.shops, lambda shop: shop.fixed.first_page_left is False)
    package = rendition.package
    step = next((each for each in package.spine if each.is_linear), None)
    if not asking or step is None or not package.is_fixed_page(step):
        return
    spines = package.elements("spine")
    is_rtl = bool(spines) and spines[0].get("page-progression-direction").strip() == "rtl"
    sides = {name.removeprefix("rendition:") for name in step.properties}
    if "page-spread-left" in sides and not is_rtl:
        yield RULE.at(
            rendition.at(step.element),
            f"the book begins on a left-hand page; {verb(asking, 'shows', 'show')} the first page "
            "on the right or alone",
            "make it page-spread-right, or leave the side out",
        )
