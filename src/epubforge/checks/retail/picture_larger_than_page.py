"""R014: a picture with more pixels across than the fixed page that shows it."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.checks.shops import those, verb
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.finished.references import Use
from epubforge.finished.traits import traits_of
from epubforge.finished.viewport import size

RULE = Rule(
    "R014",
    "picture-larger-than-page",
    Severity.WARNING,
    page="""\
A picture on a fixed page is wider or higher, in pixels, than the page's viewport.

Why it matters
    Kobo's readers with electronic paper may not show it right. The largest page that Kobo takes
    has 3.8 million pixels, so that a picture of the page's size is as sharp as it can be there.
Bad
    A picture of 2400 × 3200 pixels on a page of 1200 × 1600
Good
    The same picture with 1200 × 1600 pixels, or on a page of 1650 × 2200 with as many
Reference
    Kobo, github.com/kobolabs/epub-spec, "Fixed Layout" (read 2026-11-23, certain)
""",
)


def picture_larger_than_page(page: Page) -> Iterator[Diagnostic]:
    """Pictures that the page itself shows; not those of its stylesheets."""
    asking = those(page.book.shops, lambda shop: shop.fixed.pictures_within is True)
    viewport = size(page) if asking and page.is_fixed else None
    if viewport is None:
        return
    width, height, _ = viewport
    for reference in page.references:
        item = page.package.by_resource.get(reference.url.resource)
        if reference.use is not Use.IMAGE or item is None:
            continue
        traits = traits_of(page.book, item)
        if traits is not None and (traits.width > width or traits.height > height):
            yield RULE.at(
                page.at_byte(reference.at),
                f"{item.href} has {traits.width} × {traits.height} pixels, its page "
                f"{width} × {height}; {verb(asking, 'asks', 'ask')} for pictures within it",
                f"scale it down to {width} × {height} or less",
            )
