"""Chapters as pages."""

from __future__ import annotations

from dataclasses import replace

from compose.by_hand import (
    METADATA,
    SETTINGS,
    TRUNCATED,
    chapter,
    composed,
    document,
    lines,
    one,
    page,
    plates,
    project,
)
from epubforge.model.book import CaptionMarkup, PartPage, PlatePage
from epubforge.model.document import Header
from epubforge.model.picture import BrokenPicture, Caption, Remark
from epubforge.model.project import PlatesHere


def test_a_page_knows_its_chapter() -> None:
    """Title, language, type, class and linearity come from the header."""
    header = Header(type="preface", language="uk", css_class="wide")
    made = page(one(document("manuscript/1-a.md", "# A\n", header)).value, "text/a.xhtml")
    assert (made.title, made.language, made.matter, made.epub_type, made.role, made.css_class) == (
        "A", "uk", "front", "preface", "doc-preface", "wide",
    )  # fmt: skip


def test_an_empty_chapter_is_found() -> None:
    """A file without text is a warning at its beginning."""
    book = one(document("manuscript/1-a.md", ""))
    assert lines(book.found) == ["manuscript/1-a.md:1:1 B004 manuscript/1-a.md holds no text"]


def test_a_chapter_without_heading_is_found() -> None:
    """A note says what the contents call it; a title in the header is enough."""
    bare = document("manuscript/1-a-storm.md", "Text.\n")
    titled = document("manuscript/2-b.md", "Text.\n", Header(title="B"))
    quiet = document("manuscript/3-c.md", "For Ada.\n", Header(type="dedication"))
    assert lines(one(bare, titled, quiet).found) == [
        "manuscript/1-a-storm.md:1:1 B005 "
        "manuscript/1-a-storm.md has no heading; the contents call it A storm"
    ]


def test_a_title_that_the_text_lacks_is_shown() -> None:
    """Only where there is no heading of level 1, nor one of these words, nor a quiet page."""
    texts = {"a": "Text.\n", "b": "## Other\n", "c": "# Own\n", "d": "## T\n"}
    made = [
        document(f"manuscript/{name}.md", text, Header(title="T")) for name, text in texts.items()
    ]
    quiet = document("manuscript/e.md", "For Ada.\n", Header(title="T", type="dedication"))
    book = one(*made, quiet).value
    shown = [chapter(book, f"text/{name}.xhtml").shows_title for name in "abcde"]
    assert shown == [True, True, False, False, False]


def test_a_page_that_nothing_leads_to_is_put_in_line() -> None:
    """linear = false needs a link or a line in the contents; EPUB forbids it without."""
    lost = document("manuscript/1-lost.md", "# L\n", Header(linear=False, toc=False))
    linked = document("manuscript/2-linked.md", "# K\n", Header(linear=False, toc=False))
    listed = document("manuscript/3-listed.md", "# M\n", Header(linear=False))
    last = document("manuscript/4-last.md", "# N\n\n[k](2-linked.md)\n")
    book = one(lost, linked, listed, last)
    assert lines(book.found) == [
        "manuscript/1-lost.md:1:1 B006 "
        "nothing leads to manuscript/1-lost.md, which linear = false takes out of line"
    ]
    linear = [p.linear for p in book.value.pages if p.matter == "body"]
    assert linear == [True, False, False, True]


def test_words_are_those_of_the_book() -> None:
    """Drafts do not count."""
    first = document("manuscript/1.md", "one two three\n", Header(title="x"))
    draft = document("manuscript/2.md", "four\n", Header(draft=True))
    assert one(first, draft).value.words == 3


def test_plates_are_pages() -> None:
    """A page opens them, each has one with its row, and a broken one is told at its row."""
    made = document("manuscript/1-a.md", "# A\n")
    row = Caption("p.jpg", SETTINGS.span(0, 6), alt="A face")
    section = plates("images/p.jpg", "images/q.jpg", "images/r.jpg", captions={"images/p.jpg": row})
    broken = BrokenPicture(Remark(TRUNCATED, "images/q.jpg is cut short"))
    book = composed(
        replace(project([made, PlatesHere()]), plates=section),
        made,
        pictures={"images/q.jpg": broken},
        captions=[CaptionMarkup("<b>P</b>", "", "P"), CaptionMarkup(), CaptionMarkup()],
    )
    assert lines(book.found) == ["manuscript/book.toml:4:1 I999 images/q.jpg is cut short"]
    opening, first, third = book.value.pages[-3:]
    assert (opening.title, opening.content, opening.role) == ("Plates", PartPage(), "doc-part")
    assert (first.href, first.title) == ("text/plate-001.xhtml", "P")
    assert (third.href, third.title) == ("text/plate-003.xhtml", "Plate 3")
    assert isinstance(first.content, PlatePage)
    (plate,) = first.content.plates
    assert (plate.number, plate.caption, plate.span) == (1, row, row.span)


def test_a_book_carries_its_metadata_and_labels() -> None:
    """What the package needs is there, in the book's language."""
    book = one(document("manuscript/1.md", "# A\n")).value
    assert (book.metadata, book.labels["contents"]) == (METADATA, "Contents")
    assert book.settings_span == SETTINGS.span()
