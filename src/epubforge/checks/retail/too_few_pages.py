"""R041: a fixed book of fewer pages than a shop takes."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.checks.shops import those, verb
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "R041",
    "too-few-pages",
    Severity.WARNING,
    page="""\
A book of fixed layout has fewer pages than a shop takes.

Why it matters
    Google Play Books takes books of four pages and more.
Bad
    A cover and one poster
Good
    A cover, a title page, the poster, and a page that tells of it
Reference
    Google Play Books partner help 3424254 (read 2026-11-23, certain). A book that flows has no
    pages to count, and is not asked.
""",
)


def too_few_pages(rendition: Rendition) -> Iterator[Diagnostic]:
    """The steps of the reading order."""
    pages = len(rendition.package.spine)
    refusing = those(rendition.book.shops, lambda shop: (shop.book.min_pages or 0) > pages)
    if refusing and rendition.package.is_fixed:
        least = max(shop.book.min_pages or 0 for shop in rendition.book.shops)
        yield RULE.at(
            rendition.root,
            f"the book has {pages} {'page' if pages == 1 else 'pages'}; "
            f"{verb(refusing, 'takes', 'take')} {least} and more",
            "add pages: a title page, a copyright page",
        )
