"""A002: a heading two or more levels below the one before it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from epubforge.checks.shown import chapters
from epubforge.checks.words import quoted
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.finished.spoken import said

if TYPE_CHECKING:
    from epubforge.model.book import Book
    from epubforge.model.publication import Publication

RULE = Rule(
    "A002",
    "heading-level-skipped",
    Severity.WARNING,
    page="""\
A heading stands two or more levels below the heading before it.

Why it matters
    Readers who listen move through a chapter from heading to heading, and the levels tell them
    what belongs to what. A missing level sounds like a section that was lost. Choose a level by
    what the section is part of, not by the size of the letters: the theme sets the size.
Bad
    # The record

    ### The night shift
Good
    # The record

    ## The night shift
Reference
    WCAG 2.2, 1.3.1 Info and Relationships: https://www.w3.org/TR/WCAG22/#info-and-relationships
""",
    ace=("heading-order",),
)


def heading_level_skipped(book: Book, publication: Publication) -> Iterator[Diagnostic]:
    """Jumps down by more than one level inside a chapter; a chapter may begin at any level."""
    for _, chapter in chapters(book):
        for above, heading in pairwise(chapter.document.outline.headings):
            if heading.level > above.level + 1:
                signs = "#" * (above.level + 1)
                yield RULE.at(
                    heading.span,
                    f"{quoted(heading.text)} is a heading of level {heading.level} directly below "
                    f"one of level {above.level}",
                    f"make it level {len(signs)}: {signs} {heading.text}".rstrip(),
                )


def in_stranger(page: Page) -> Iterator[Diagnostic]:
    """Such jumps between the headings of a finished page."""
    found = page.document.html("h1", "h2", "h3", "h4", "h5", "h6")
    for above, heading in pairwise(sorted(found, key=lambda each: each.order)):
        level, over = int(heading.local[1]), int(above.local[1])
        if level > over + 1:
            yield RULE.at(
                page.at(heading),
                f"{quoted(said(heading))} is a heading of level {level} directly below one of "
                f"level {over}",
                f"make it h{over + 1}, and let the styles set its size",
            )
