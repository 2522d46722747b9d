"""A009: a link with nothing to see or to hear."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from epubforge.checks.shown import chapters
from epubforge.diagnostics import Criterion, Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.finished.spoken import is_hidden

if TYPE_CHECKING:
    from epubforge.model.book import Book
    from epubforge.model.document import LinkUse, PictureUse
    from epubforge.model.publication import Publication

RULE = Rule(
    "A009",
    "link-without-text",
    Severity.WARNING,
    page="""\
A link holds neither text nor a described picture.

Why it matters
    Nothing is to be seen that could be tapped, and a screen reader says "link" and no more, or
    reads out the address.
Bad
    [![](images/arrow.png){.decorative}](02-the-record.md)
Good
    [The record](02-the-record.md)
Reference
    WCAG 2.2, 2.4.4 Link Purpose: https://www.w3.org/TR/WCAG22/#link-purpose-in-context
""",
    ace=("link-name",),
    criterion=Criterion("WCAG 2.4.4", "A"),
)


def link_without_text(book: Book, publication: Publication) -> Iterator[Diagnostic]:
    """Such links inside the book."""
    for _, chapter in chapters(book):
        outline = chapter.document.outline
        for link in outline.links:
            if link.writes_itself or link.text.strip():
                continue
            if not _is_described(link, outline.pictures):
                yield RULE.at(
                    link.span,
                    f"the link to {link.target} has no text",
                    "say between the brackets where it leads",
                )


def _is_described(link: LinkUse, uses: tuple[PictureUse, ...]) -> bool:
    start, end = link.span.start, link.span.end
    return any(start <= use.span.start < end and use.alt.strip() for use in uses)


def in_stranger(page: Page) -> Iterator[Diagnostic]:
    """Such links in a finished page; those of the navigation document are another rule's."""
    for link, name in page.links:
        if not name and not is_hidden(page, link):
            yield RULE.at(
                page.at(link),
                f"the link to {link.get('href')[:100] or 'nothing'} has no text",
                "say in it where it leads, or describe its picture",
            )
