"""B050 on chapters made by hand."""

from __future__ import annotations

import pytest

from checks.by_hand import PUBLICATION, book, chapter, lines, text
from epubforge.checks.structure.chapter_without_heading import chapter_without_heading
from epubforge.model.book import Page
from epubforge.model.document import Header, Heading

SOURCE = text("The lamps were lit.\n", "manuscript/02-lamps.md")
FOUND = (
    "manuscript/02-lamps.md:1:1 warning B050 chapter-without-heading: "
    'manuscript/02-lamps.md has no heading: the contents call it "1"'
)


def test_chapter_without_heading() -> None:
    """A chapter of prose alone is found at its first line."""
    assert lines(chapter_without_heading(book(chapter(SOURCE)), PUBLICATION)) == [FOUND]


@pytest.mark.parametrize(
    "page",
    [
        chapter(SOURCE, headings=[Heading(2, "a", "Lamps", SOURCE.span())]),
        chapter(SOURCE, header=Header(title="Lamps")),
        chapter(SOURCE, header=Header(toc=False)),
        chapter(SOURCE, linear=False),
        chapter(SOURCE, epub_type="dedication"),
        chapter(text("")),
    ],
    ids=["heading", "title", "not in contents", "not linear", "dedication", "empty"],
)
def test_chapter_that_needs_none(page: Page) -> None:
    """A name given elsewhere, or no line in the contents, is enough."""
    assert lines(chapter_without_heading(book(page), PUBLICATION)) == []
