"""R055: a drawing that is a page by itself."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.checks.shops import those, verb
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "R055",
    "drawing-as-page",
    Severity.NOTE,
    page="""\
A drawing (SVG) stands in the reading order by itself, not on a page of XHTML.

Why it matters
    EPUB allows it; on Kobo it works in the apps for Android and iOS alone.
Bad
    <itemref idref="map-svg"/>
Good
    <itemref idref="map"/>, and in map.xhtml <img src="map.svg" alt="…"/>
Reference
    Kobo, github.com/kobolabs/epub-spec, "Scalable Vector Graphics" (read 2026-11-23, advice)
""",
)


def drawing_as_page(rendition: Rendition) -> Iterator[Diagnostic]:
    """At the first one, with the number of the others."""
    lacking = those(rendition.book.shops, lambda shop: shop.book.svg_pages is False)
    steps = [s for s in rendition.package.spine if s.item and s.item.media_type == types.SVG]
    if lacking and steps:
        more = f" and {len(steps) - 1} more" if len(steps) > 1 else ""
        yield RULE.at(
            rendition.at(steps[0].element),
            f"{steps[0].idref}{more} {'are drawings' if more else 'is a drawing'} and no page; "
            f"{verb(lacking, 'does', 'do')} not show it everywhere",
            "put it on a page of XHTML with <img>",
        )
