"""A050: a chapter that begins with no heading."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.reading_order import pages
from epubforge.finished.references import Use
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "A050",
    "page-without-heading",
    Severity.NOTE,
    page="""\
A page that the contents lead to has much text and no heading.

Why it matters
    Who listens asks for the next heading to come to the next chapter, and passes this one by. What
    looks like a heading may be a paragraph in large letters.
Bad
    <p class="chapter-title">The record</p>
Good
    <h1>The record</h1>
Reference
    WCAG 2.2, technique G141: https://www.w3.org/WAI/WCAG22/Techniques/general/G141
""",
)


_LEAST = 1500
"""Letters: epigraphs, dedications and letters need none."""


def page_without_heading(rendition: Rendition) -> Iterator[Diagnostic]:
    """Flowing pages that a line of the contents leads to."""
    listed = {r.url.path for r in rendition.facts.references() if r.use is Use.NAV_TOC}
    for step, facts in pages(rendition):
        is_bare = not facts.heard.heading and facts.heard.letters >= _LEAST
        if is_bare and facts.path in listed and not rendition.package.is_fixed_page(step):
            place = rendition.book.place(facts.path)
            message = "the page has no heading, and the contents lead to it"
            yield RULE.at(place, message, "make its title a heading: h1")
