"""R035: a cover page beside the cover's picture."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.checks.shops import those, verb
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.cover import cover_steps
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "R035",
    "cover-page-in-spine",
    Severity.WARNING,
    page="""\
A page at the beginning shows the cover, which the shop puts there by itself.

Why it matters
    Kindle takes the picture that is marked as the cover and shows it first: with a page of its own
    the reader sees the cover twice, and the conversion may fail.
Bad
    <itemref idref="cover-page"/> besides properties="cover-image"
Good
    [editions.kindle]
    profile = "kindle"
Reference
    Kindle Publishing Guidelines 4.2 (by a copy and a catalogue of their rules, read 2026-11-23).
    Kobo wants such a page: see R034.
""",
)


def cover_page_in_spine(rendition: Rendition) -> Iterator[Diagnostic]:
    """Pages among the first that show the very picture that is marked."""
    refusing = those(rendition.book.shops, lambda shop: shop.book.cover_page is False)
    for step in cover_steps(rendition) if refusing else ():
        yield RULE.at(
            rendition.at(step.element),
            f"{step.idref} shows the cover; {verb(refusing, 'shows', 'show')} it by itself, and "
            "then it comes twice",
            "leave the page out of the spine, or build for it: --profile kindle",
        )
