"""R034: a book that shows its cover on no page."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.checks.shops import those, verb
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.cover import cover_of, cover_steps
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "R034",
    "cover-page-missing",
    Severity.NOTE,
    page="""\
None of the first pages shows the cover's picture with <img>.

Why it matters
    Kobo's readers open the book with that page, and its shop takes the cover from it; what is put
    there as a background by the styles is not found.
Bad
    <body style="background-image: url(cover.jpg)"></body>
Good
    <body><img src="cover.jpg" alt="Cover: Heroes of Labour"/></body>
Reference
    Kobo, github.com/kobolabs/epub-spec, "Cover Images": a file of its own, with <img>
    (read 2026-11-23, advice). Kindle wants no such page: see R035.
""",
)


def cover_page_missing(rendition: Rendition) -> Iterator[Diagnostic]:
    """Of a book that has a cover, and no page that is called one."""
    asking = those(rendition.book.shops, lambda shop: shop.book.cover_page is True)
    cover = cover_of(rendition.package) if asking else None
    if cover is None or _is_called_one(rendition) or any(cover_steps(rendition)):
        return
    yield RULE.at(
        rendition.at(cover.element),
        f"{cover.href} is the cover, and no page at the beginning shows it; "
        f"{verb(asking, 'asks', 'ask')} for one",
        "put a page with <img> before the others; where Kindle forbids it, make two editions",
    )


def _is_called_one(rendition: Rendition) -> bool:
    documents = rendition.facts.documents
    first = [step.item.path or "" for step in rendition.package.spine[:3] if step.item]
    shown = (documents[path] for path in first if path in documents)
    return any("cover" in facts.semantics and "img" in facts.elements for facts in shown)
