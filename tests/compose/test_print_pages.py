"""The pages of the printed twin, over the whole book."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compose.by_hand import document, lines, one
from epubforge.model.book import PageMark


def pages(*labels: str) -> str:
    """A chapter's text with those pages."""
    return "# C\n\n" + "".join(f"{{{{page {label}}}}}\n\n" for label in labels)


def test_pages_in_reading_order() -> None:
    """All pages of all chapters, with where they are."""
    book = one(
        document("manuscript/1-a.md", pages("ix", "x")), document("manuscript/2-b.md", pages("1"))
    )
    assert book.found == ()
    assert book.value.page_marks == (
        PageMark("ix", "text/a.xhtml#page-ix"),
        PageMark("x", "text/a.xhtml#page-x"),
        PageMark("1", "text/b.xhtml#page-1"),
    )


def test_a_page_of_another_chapter_is_not_marked_again() -> None:
    """The second mark is found; within one chapter the chapter's reader finds it."""
    book = one(
        document("manuscript/1-a.md", pages("24", "25")),
        document("manuscript/2-b.md", pages("25", "26")),
    )
    message = "page 25 is marked in manuscript/1-a.md, line 5, already"
    assert lines(book.found) == [f"manuscript/2-b.md:3:1 B014 {message}"]
    within = one(document("manuscript/1-a.md", pages("24", "24", "23")))
    assert within.found == ()


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (("52",), ("43",), ["B015"]),
        (("52",), ("A-1", "43"), ["B015"]),
        (("52",), ("iv", "53"), []),
        (("xl",), ("xxxix",), ["B015"]),
        (("xl",), ("xli", "1"), []),
        (("A-2",), ("A-1",), []),
    ],
)
def test_pages_of_chapters_stand_in_their_order(
    first: tuple[str, ...], second: tuple[str, ...], found: list[str]
) -> None:
    """Arabic and roman numbers are compared with their own kind; other labels have no order."""
    book = one(
        document("manuscript/1-a.md", pages(*first)), document("manuscript/2-b.md", pages(*second))
    )
    assert [diagnostic.rule.code for diagnostic in book.found] == found


def test_a_page_in_a_note_at_the_end_is_found_there() -> None:
    """The mark leads to the page of the notes."""
    made = document("manuscript/1-a.md", "# A\n\n{{page 7}}\n\n^[x]\n")
    (note,) = made.outline.notes
    inside = replace(note, body=('<p><span id="page-7"></span>x</p>\n',))
    moved = replace(made, outline=replace(made.outline, notes=(inside,)))
    assert one(moved).value.page_marks == (PageMark("7", "text/notes.xhtml#a.page-7"),)
