"""B053: two chapters side by side in the contents have one title."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from epubforge.checks.shown import chapters
from epubforge.checks.words import quoted
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.source import Span

if TYPE_CHECKING:
    from epubforge.model.book import Book, TocEntry
    from epubforge.model.document import Document
    from epubforge.model.publication import Publication

RULE = Rule(
    "B053",
    "title-used-twice",
    Severity.NOTE,
    page="""\
Two chapters that stand side by side in the contents have the same title.

Why it matters
    In the contents a reader cannot tell one from the other, and a listener thinks that the list has
    begun again. Mostly a heading was copied with its file and not finished.
Bad
    01-kyiv.md: # A letter from Ada
    02-lviv.md: # A letter from Ada
Good
    01-kyiv.md: # A letter from Ada, Kyiv, May 1841
    02-lviv.md: # A letter from Ada, Lviv, June 1841
Reference
    WCAG 2.2, 2.4.6 Headings and Labels: https://www.w3.org/TR/WCAG22/#headings-and-labels
""",
)


def title_used_twice(book: Book, publication: Publication) -> Iterator[Diagnostic]:
    """The later of two chapters of one title; in different parts a title may come again."""
    places = {page.href: _place(chapter.document) for page, chapter in chapters(book)}
    yield from _among(book.toc, places)


def _among(entries: Sequence[TocEntry], places: Mapping[str, Span]) -> Iterator[Diagnostic]:
    first: dict[str, Span] = {}
    for entry in entries:
        place = places.get(entry.href)
        if place is None:
            continue
        title = " ".join(entry.title.split())
        earlier = first.setdefault(title.casefold(), place)
        if earlier is not place:
            yield RULE.at(
                place,
                f"{quoted(title)} is the title of {earlier.source.path} too",
                "say in the title what is different in this chapter",
            )
    for entry in entries:
        yield from _among(entry.children, places)


def _place(document: Document) -> Span:
    headings = document.outline.headings
    return headings[0].span if headings else document.source.span()
