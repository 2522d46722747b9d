"""A051: chapters that no line of the contents leads to."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.checks.words import quoted
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.reading_order import navigation_facts, pages
from epubforge.finished.references import Use
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "A051",
    "heading-not-in-contents",
    Severity.NOTE,
    page="""\
Pages of the main text begin with a heading, and the contents do not lead to them.

Why it matters
    The contents are how most readers come to a chapter, and those who listen most of all. What is
    not in them is found by going through the whole book.
Bad
    Chapters 1 to 9 in the contents, and a chapter 10 in the book
Good
    All of them in the contents
Reference
    EPUB Accessibility Techniques 1.1, table of contents:
    https://www.w3.org/TR/epub-a11y-tech-11/#sec-toc
""",
)


_LEAST = 1500
"""Letters of such a page."""
_LEAST_LINES = 2
"""Of the contents: with fewer they are no contents."""
_ASIDE = frozenset(
    """frontmatter backmatter cover titlepage halftitlepage copyright-page dedication epigraph toc
    loi lot imprint colophon endnotes footnotes rearnotes index acknowledgments""".split()
)


def in_stranger(rendition: Rendition) -> Iterator[Diagnostic]:
    """Pages of the reading order; in a manuscript its author says what is left out of them."""
    navigation = navigation_facts(rendition)
    if navigation is None:
        return
    listed = {r.url.path for r in navigation.references if r.use is Use.NAV_TOC}
    missing = [
        facts
        for step, facts in pages(rendition)
        if facts.path not in listed
        and step.is_linear
        and facts.heard.heading
        and facts.heard.letters >= _LEAST
        and _ASIDE.isdisjoint(facts.semantics)
    ]
    if missing and len(listed) >= _LEAST_LINES:
        first = f"{quoted(missing[0].heard.heading)} ({missing[0].path})"
        more = f" and {len(missing) - 1} other pages" if len(missing) > 1 else ""
        verb = "are" if more else "is"
        message = f"{first}{more} with headings {verb} not in the contents"
        if not more:
            message = f"{first} is not in the contents"
        place = rendition.book.place(navigation.path)
        yield RULE.at(place, message, "put them into the toc nav")
