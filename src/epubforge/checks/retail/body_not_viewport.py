"""R022: a fixed page whose body is laid out to another size than its viewport."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.checks.shops import those, verb
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.finished.sides import body_size
from epubforge.finished.viewport import size
from epubforge.styles.sheet import Screen

RULE = Rule(
    "R022",
    "body-not-viewport",
    Severity.WARNING,
    page="""\
The styles give the body of a fixed page another size than its viewport.

Why it matters
    Apple Books cuts what is outside of the viewport, or leaves a white edge.
Bad
    <meta name="viewport" content="width=1200, height=1600"/>
    body { width: 1000px; height: 1600px }
Good
    body { width: 1200px; height: 1600px }
Reference
    Apple Books Asset Guide, itcef2bad6b8 (read 2026-11-23, certain)
""",
)


def body_not_viewport(page: Page) -> Iterator[Diagnostic]:
    """Sizes in px of stylesheets, style elements and the body's own attribute."""
    asking = those(page.book.shops, lambda shop: shop.fixed.body_is_viewport is True)
    viewport = size(page) if asking and page.is_fixed else None
    if viewport is None:
        return
    width, height, at = viewport
    own_width, own_height = body_size(page, Screen(width, height))
    if own_width in {None, width} and own_height in {None, height}:
        return
    wide = width if own_width is None else own_width
    high = height if own_height is None else own_height
    yield RULE.at(
        page.at_byte(at),
        f"the body of {page.path} is {wide:g} × {high:g} pixels, its viewport {width} × {height}; "
        f"{verb(asking, 'asks', 'ask')} for one size",
        f"write body {{ width: {width}px; height: {height}px }} in the styles",
    )
