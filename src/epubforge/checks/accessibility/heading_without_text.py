"""A003: a heading that says nothing."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.checks.shown import chapters
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.model.book import Book
from epubforge.model.document import Heading, PictureUse
from epubforge.model.publication import Publication

RULE = Rule(
    "A003",
    "heading-without-text",
    Severity.WARNING,
    page="""\
A heading holds no text.

Why it matters
    A screen reader announces a heading and then says nothing; the contents get a line without
    words. Where only space or a line was meant, that is the theme's work, or a scene break.
Bad
    ##

    The next morning ...
Good
    ## The next morning

    The lamps were lit again ...
Reference
    WCAG 2.2, 2.4.6 Headings and Labels: https://www.w3.org/TR/WCAG22/#headings-and-labels
""",
)


def heading_without_text(book: Book, publication: Publication) -> Iterator[Diagnostic]:
    """Headings with neither a text nor a described picture."""
    for _, chapter in chapters(book):
        outline = chapter.document.outline
        for heading in outline.headings:
            if not heading.text.strip() and not _is_described(heading, outline.pictures):
                yield RULE.at(
                    heading.span,
                    f"a heading of level {heading.level} has no text",
                    "write what the section is about, or remove the heading; "
                    "a line of * * * makes a scene break",
                )


def _is_described(heading: Heading, uses: tuple[PictureUse, ...]) -> bool:
    start, end = heading.span.start, heading.span.end
    return any(start <= use.span.start < end and use.alt.strip() for use in uses)
