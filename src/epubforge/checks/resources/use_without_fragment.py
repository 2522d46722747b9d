"""L045: use without fragment."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.references import Use
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "L045",
    "use-without-fragment",
    Severity.ERROR,
    page="""\
A drawing reuses a whole file in place of a part of one.

Why it matters
    Reading systems show nothing.
Bad
    <use href="signs.svg"/>
Good
    <use href="signs.svg#arrow"/>
Reference
    SVG, the use element: https://www.w3.org/TR/SVG2/struct.html#UseElement
""",
    equivalent="RSC-015",
)


def use_without_fragment(rendition: Rendition) -> Iterator[Diagnostic]:
    """Every such element."""
    for reference in rendition.facts.references(Use.SYMBOL):
        if not reference.url.fragment:
            place = rendition.book.at_byte(reference.source, reference.at)
            yield RULE.at(
                place,
                f"use names {reference.url.text or 'nothing'} and no part of it",
                "add # and an id",
            )
