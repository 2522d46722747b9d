"""R021: fixed pages of different sizes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from epubforge.checks.shops import those, verb
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.facts import DocumentFacts
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "R021",
    "page-sizes-differ",
    Severity.WARNING,
    page="""\
A fixed page has another viewport than most pages of the book.

Why it matters
    Apple Books takes one size for all. On Kobo the page jumps, or stands in white; such books can
    fail its checks.
Bad
    A cover of 1600 × 2560 before pages of 1200 × 1600
Good
    All pages, the cover's too, of 1200 × 1600
Reference
    Apple Books Asset Guide, itcef2bad6b8: the same in all files (read 2026-11-23, certain)
    Kobo, github.com/kobolabs/epub-spec, "Viewport Issues" (read 2026-11-23, certain)
""",
)


def page_sizes_differ(rendition: Rendition) -> Iterator[Diagnostic]:
    """One finding for each page that is not like the most."""
    asking = those(rendition.book.shops, lambda shop: shop.fixed.one_viewport is True)
    pages = [each for each in rendition.facts.documents.values() if each.viewport] if asking else []
    sizes = Counter(_size(page) for page in pages)
    if len(sizes) < 2:
        return
    usual = sizes.most_common(1)[0][0]
    for page in pages:
        size = _size(page)
        if size != usual and page.viewport is not None:
            yield RULE.at(
                rendition.book.at_byte(page.path, page.viewport[2]),
                f"{page.path} is {size[0]} × {size[1]} pixels, most pages are {usual[0]} × "
                f"{usual[1]}; {verb(asking, 'asks', 'ask')} for one size",
                f"make it {usual[0]} × {usual[1]}",
            )


def _size(page: DocumentFacts) -> tuple[int, int]:
    width, height, _ = page.viewport or (0, 0, 0)
    return width, height
