"""Notes at the end of the book."""

from __future__ import annotations

from dataclasses import replace

from compose.by_hand import document, one, page, text_of
from epubforge.model.book import NotesPage
from epubforge.model.document import SlotKind

FIRST = document("manuscript/1-a.md", "# A\n\nx^[One.]\n")
SECOND = document("manuscript/2-b.md", "# B\n\nx^[Two.] y^[Three.]\n")
NONE = document("manuscript/3-c.md", "# C\n")
INDEX = document("manuscript/4-index.md", "# Index\n\nText.\n")


def test_notes_stand_behind_the_text_before_the_index() -> None:
    """The page is back matter, typed, and has its line in the contents."""
    book = one(FIRST, SECOND, NONE, INDEX).value
    assert [p.href for p in book.pages][-3:] == [
        "text/c.xhtml",
        "text/notes.xhtml",
        "text/index.xhtml",
    ]
    made = page(book, "text/notes.xhtml")
    assert (made.title, made.epub_type, made.role, made.matter) == (
        "Notes", "endnotes", "doc-endnotes", "back",
    )  # fmt: skip
    assert [line.title for line in book.toc] == ["A", "B", "C", "Notes", "Index"]


def test_numbers_run_on_through_the_book() -> None:
    """Sections are chapters that have notes; each note leads back to where it is called."""
    content = page(one(FIRST, SECOND, NONE).value, "text/notes.xhtml").content
    assert isinstance(content, NotesPage)
    found = [(s.title, [(n.number, n.id, n.uses) for n in s.notes]) for s in content.sections]
    assert found == [
        ("A", [(1, "a.fn-1", ("a.xhtml#fnref-1",))]),
        ("B", [(2, "b.fn-1", ("b.xhtml#fnref-1",)), (3, "b.fn-2", ("b.xhtml#fnref-2",))]),
    ]


def test_calls_lead_to_their_notes() -> None:
    """Href and number fill the slots of the text."""
    book = one(FIRST, SECOND).value
    hrefs = text_of(book, "text/b.xhtml", SlotKind.NOTE_HREF)
    assert hrefs == [' href="notes.xhtml#b.fn-1"', ' href="notes.xhtml#b.fn-2"']
    assert text_of(book, "text/b.xhtml", SlotKind.NOTE_NUMBER) == ["2", "3"]


def test_links_of_a_note_are_right_on_its_page() -> None:
    """A link to a place of the chapter names the chapter; ids in a note move with it."""
    text = "# A {#top}\n\n[up](#top) [in](#inside)\n\nx^[One.]\n"
    made = document("manuscript/1-a.md", text)
    (note,) = made.outline.notes
    inside = replace(note, body=('<p id="inside">One.</p>\n',))
    anchors = (*made.outline.anchors, replace(made.outline.anchors[0], id="inside"))
    moved = replace(made, outline=replace(made.outline, notes=(inside,), anchors=anchors))
    content = page(one(moved).value, "text/notes.xhtml").content
    assert isinstance(content, NotesPage)
    (section,) = content.sections
    assert section.chapter.hrefs == ("a.xhtml#top", "#a.inside")
    assert section.notes[0].body == ('<p id="a.inside">One.</p>\n',)


def test_a_book_without_notes_has_no_page_for_them() -> None:
    """A chapter may be called Notes then."""
    named = document("manuscript/1-notes.md", "# My notes\n")
    hrefs = [p.href for p in one(named).value.pages]
    assert hrefs[-1:] == ["text/notes.xhtml"]
    both = [p.href for p in one(named, FIRST).value.pages]
    assert both[-2:] == ["text/a.xhtml", "text/notes-2.xhtml"]


def test_a_heading_in_a_note_is_no_line_of_the_contents() -> None:
    """It would lead to a place that the chapter's page does not have."""
    made = document("manuscript/1-a.md", "# A\n\n## Deep\n\nx^[One.]\n")
    (note,) = made.outline.notes
    inside = replace(note, body=('<h2 id="deep">Deep</h2>\n',))
    moved = replace(made, outline=replace(made.outline, notes=(inside,)))
    assert [(line.title, line.children) for line in one(moved).value.toc] == [
        ("A", ()),
        ("Notes", ()),
    ]
