"""B050: a chapter that nobody can call by a name."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.checks.shown import chapters
from epubforge.checks.words import quoted
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.model.book import Book, Chapter, Page
from epubforge.model.publication import Publication

RULE = Rule(
    "B050",
    "chapter-without-heading",
    Severity.WARNING,
    page="""\
A chapter has neither a heading nor a title in its header.

Why it matters
    The contents must call it something, and nothing is left but the name of its file. On the
    page the reader does not see that a chapter begins, and who listens does not hear it.
Bad
    The lamps were handed out at five in the morning ...
Good
    # The night shift

    The lamps were handed out at five in the morning ...

    # where no heading shall be seen, a title in the chapter's header
    +++
    title = "The night shift"
    +++
""",
)


def chapter_without_heading(book: Book, publication: Publication) -> Iterator[Diagnostic]:
    """Such chapters of the main text that stand in the contents and are not empty."""
    for page, chapter in chapters(book):
        if _needs_name(page, chapter) and not chapter.document.outline.headings:
            yield RULE.at(
                chapter.document.outline.first_block or chapter.document.source.span(),
                f"{chapter.document.source.path} has no heading: the contents call it "
                f"{quoted(page.title)}",
                'begin it with a line "# …", or write title = "…" in its header',
            )


def _needs_name(page: Page, chapter: Chapter) -> bool:
    header = chapter.document.header
    return (
        page.matter == "body"
        and page.epub_type in (None, "chapter")
        and page.linear
        and header.toc
        and header.title is None
        and chapter.document.outline.first_block is not None
    )
