"""R020: fixed pages of more pixels than a shop advises."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.checks.shops import millions, nothing, too_much
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "R020",
    "page-too-large",
    Severity.NOTE,
    page="""\
The viewport of a fixed page has more pixels, width × height, than a shop advises.

Why it matters
    Kobo's readers lay the whole page out in memory: above 3.8 million pixels, about 1950 × 1950,
    pages turn slowly.
Bad
    <meta name="viewport" content="width=2400, height=3200"/>
Good
    <meta name="viewport" content="width=1650, height=2200"/>
Reference
    Kobo, github.com/kobolabs/epub-spec, "Limitations" (read 2026-11-23, advice)
""",
)


def page_too_large(rendition: Rendition) -> Iterator[Diagnostic]:
    """At the first such page, with the number of the others."""
    book, found = rendition.book, []
    for facts in rendition.facts.documents.values() if book.shops else ():
        width, height, at = facts.viewport or (0, 0, 0)
        verdict = too_much(
            book.shops, width * height, nothing, lambda shop: shop.fixed.viewport_pixels, millions
        )
        if verdict is not None:
            found.append((facts.path, width, height, at, verdict))
    if not found:
        return
    path, width, height, at, verdict = found[0]
    more = f", and {len(found) - 1} more are as large" if len(found) > 1 else ""
    yield RULE.at(
        book.at_byte(path, at),
        f"{path} is {width} × {height} pixels, {millions(width * height)}{more}; {verdict.words}",
        "make the viewport smaller, in the same shape",
    )
