"""R040: contents without an NCX."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.checks.shops import those, verb
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "R040",
    "ncx-missing",
    Severity.NOTE,
    page="""\
The book has no NCX, the table of contents of EPUB 2.

Why it matters
    Kindle's menus and older readers take their contents from it. Amazon takes the navigation
    document of EPUB 3 in its place, but not all of its tools do.
Bad
    <spine> without toc
Good
    <item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/> and <spine toc="ncx">
Reference
    Kindle Publishing Guidelines 5.2 (by a copy and a catalogue of their rules, read 2026-11-23)
""",
)


def ncx_missing(rendition: Rendition) -> Iterator[Diagnostic]:
    """Asked of EPUB 3 alone: in EPUB 2 its want is an error."""
    asking = those(rendition.book.shops, lambda shop: shop.book.ncx is True)
    has = any(item.media_type == types.NCX for item in rendition.package.items)
    if asking and not has and rendition.is_epub3:
        yield RULE.at(
            rendition.root,
            f"the book has no NCX; {verb(asking, 'asks', 'ask')} for one",
            "add one beside the navigation document",
        )
