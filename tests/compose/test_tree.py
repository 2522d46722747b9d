"""The tree: parts, drafts and names of pages."""

from __future__ import annotations

from compose.by_hand import composed, document, lines, one, part, project
from epubforge.model.document import Header


def test_drafts_are_left_out_and_named() -> None:
    """A draft is no page, and the note stands at its header."""
    text = "+++\ndraft = true\n+++\n\n# B\n"
    draft = document("manuscript/2-b.md", text)
    header = Header(draft=True, span=draft.source.span(0, 20))
    book = one(document("manuscript/1-a.md", "# A\n"), document("manuscript/2-b.md", text, header))
    assert [page.href for page in book.value.pages if page.matter == "body"] == ["text/a.xhtml"]
    assert lines(book.found) == [
        "manuscript/2-b.md:1:1 B001 manuscript/2-b.md is a draft and is left out of the book"
    ]


def test_nothing_but_drafts_is_no_book() -> None:
    """Each draft is named; that nothing is left forbids the book, which is made all the same."""
    book = one(document("manuscript/1-a.md", "# A\n", Header(draft=True)))
    assert [(d.rule.code, d.rule.blocking) for d in book.found] == [("B001", False), ("B003", True)]
    assert book.value.landmarks[-1].epub_type == "bodymatter"


def test_an_empty_manuscript_is_not_told_twice() -> None:
    """Whoever read the manuscript has said that it is empty."""
    assert one().found == ()


def test_chapters_of_the_same_name_in_different_folders() -> None:
    """Each has a page of its own, counted in reading order."""
    first = document("manuscript/1-one/start.md", "# A\n")
    second = document("manuscript/2-two/start.md", "# B\n")
    book = composed(project([part("One", first), part("Two", second)]), first, second).value
    hrefs = [page.href for page in book.pages if page.matter == "body"]
    assert hrefs == ["text/one.xhtml", "text/start.xhtml", "text/two.xhtml", "text/start-2.xhtml"]


def test_a_parts_own_page_is_called_by_its_folder() -> None:
    """index.md and README.md say nothing; the folder's name does, without its order number."""
    index = document("manuscript/02-the-mine/README.md", "# Below\n")
    page = composed(project([part("The mine", index=index)]), index).value.pages[-1]
    assert (page.href, page.title, page.epub_type, page.role) == (
        "text/the-mine.xhtml", "Below", "part", "doc-part",
    )  # fmt: skip


def test_a_draft_of_a_parts_own_page() -> None:
    """The part is opened by a made page instead; an empty part is no page at all."""
    index = document("manuscript/1-one/index.md", "# Own\n", Header(draft=True))
    inside = document("manuscript/1-one/a.md", "# A\n")
    empty = document("manuscript/2-two/b.md", "# B\n", Header(draft=True))
    made = project([part("One", inside, index=index), part("Two", empty)])
    pages = composed(made, index, inside, empty).value.pages
    body = [(page.href, page.title) for page in pages if page.matter == "body"]
    assert body == [("text/one.xhtml", "One"), ("text/a.xhtml", "A")]


def test_names_of_other_scripts_are_counted() -> None:
    """Chapters without an ASCII letter in their names are chapter-1, chapter-2, ..."""
    book = one(
        document("manuscript/01-глава.md", "# Глава\n"), document("manuscript/02.md", "# B\n")
    )
    hrefs = [page.href for page in book.value.pages if page.matter == "body"]
    assert hrefs == ["text/chapter-1.xhtml", "text/chapter-2.xhtml"]
