"""From places in a finished book back to the manuscript."""

from __future__ import annotations

import pytest

from epubforge.diagnostics import Diagnostic
from epubforge.epubcheck.messages import ERROR
from epubforge.pipeline.origin import to_manuscript
from epubforge.source import EntryPlace, Span
from package.books import CHAPTER, sample_publication

PUBLICATION = sample_publication()


def at(entry: str | None, line: int | None = None) -> Diagnostic:
    return to_manuscript(ERROR.at(EntryPlace("b.epub", entry, line, 5), "wrong"), PUBLICATION)


@pytest.mark.parametrize(
    ("line", "manuscript_line"),
    [(6, 1), (7, 1), (8, 3), (99, 3)],
    ids=["mapped", "between", "mapped later", "after the last"],
)
def test_a_line_of_a_page_leads_to_the_manuscripts(line: int, manuscript_line: int) -> None:
    """A line belongs to the last mapped line before it."""
    found = at("OEBPS/text/one.xhtml", line)
    assert found.place == CHAPTER.line_span(manuscript_line)
    assert found.page == "OEBPS/text/one.xhtml"


@pytest.mark.parametrize("line", [1, None])
def test_a_pages_head_leads_to_the_chapters_first_line(line: int | None) -> None:
    """What is wrong with the page as a whole is wrong with the chapter."""
    assert at("OEBPS/text/one.xhtml", line).place == CHAPTER.line_span(1)


@pytest.mark.parametrize("entry", ["OEBPS/package.opf", "OEBPS/text/cover.xhtml", "elsewhere"])
def test_what_no_chapter_made_keeps_its_place(entry: str) -> None:
    """Generated pages have no line in the manuscript."""
    found = at(entry, 4)
    assert found.place == EntryPlace("b.epub", entry, 4, 5)
    assert found.page == entry


def test_the_whole_book_keeps_its_place() -> None:
    """A finding on the container is at the container."""
    found = at(None)
    assert found.place == EntryPlace("b.epub", None, None, 5)
    assert found.page is None


def test_a_finding_in_the_manuscript_stays() -> None:
    """What has a place already is not moved."""
    span: Span = CHAPTER.span(2, 5)
    assert to_manuscript(ERROR.at(span, "wrong"), PUBLICATION).place == span
