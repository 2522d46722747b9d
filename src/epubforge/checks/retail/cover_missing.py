"""R033: a book that does not say which picture is its cover."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.checks.shops import those, verb
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.cover import cover_of
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "R033",
    "cover-missing",
    Severity.WARNING,
    page="""\
No picture of the book is marked as its cover.

Why it matters
    On the reader's shelf the book is a grey box with letters. Google Play Books takes no EPUB
    without its front cover, and Amazon's guidelines make it a duty of publishers; a cover that is
    sent beside the book does not stand for it.
Bad
    <item id="cover" href="cover.jpg" media-type="image/jpeg"/>
Good
    <item id="cover" href="cover.jpg" media-type="image/jpeg" properties="cover-image"/>
Reference
    Google Play Books partner help 3424254: the EPUB must contain the front cover
    (read 2026-11-23, certain)
    Kindle Publishing Guidelines 4.2 (by a copy, read 2026-11-23; not for KDP)
    EPUB 3.3: https://www.w3.org/TR/epub-33/#sec-cover-image
""",
)


def cover_missing(rendition: Rendition) -> Iterator[Diagnostic]:
    """By the property of EPUB 3, or the meta element of EPUB 2."""
    asking = those(rendition.book.shops, lambda shop: shop.book.cover is True)
    if asking and cover_of(rendition.package) is None:
        yield RULE.at(
            rendition.root,
            f"no picture is marked as the cover; {verb(asking, 'asks', 'ask')} for one in the book",
            'name one: cover under [book] in book.toml, or properties="cover-image" of its item',
        )
