"""Generated pages, the order of the front, matter and landmarks."""

from __future__ import annotations

from dataclasses import replace

from compose.by_hand import (
    METADATA,
    composed,
    document,
    one,
    page,
    picture,
    picture_source,
    project,
    with_metadata,
)
from epubforge.model.book import Book, CopyrightPage, CoverPage, Landmark, TitlePage
from epubforge.model.document import Document, Header
from epubforge.model.profile import BookDemands, Profile
from epubforge.model.project import ContentsSettings, GenerateSettings, Settings

A = document("manuscript/1-a.md", "# A\n")


def typed(name: str, kind: str) -> Document:
    """A chapter of that type."""
    return document(f"manuscript/{name}.md", f"# {name}\n", Header(type=kind))


def hrefs(book: Book) -> list[str]:
    """The pages' names, in order."""
    return [page.href.removeprefix("text/").removesuffix(".xhtml") for page in book.pages]


def test_the_front_is_made_from_the_metadata() -> None:
    """Cover, title page, copyright page and contents stand before the first chapter."""
    book = composed(project([A]), A, cover=picture()).value
    assert hrefs(book) == ["cover", "titlepage", "copyright", "nav", "a"]
    content = page(book, "text/cover.xhtml").content
    assert isinstance(content, CoverPage)
    assert (content.alt, content.picture.href) == ("Cover: A book", "images/cover.jpg")
    assert book.cover == content.picture
    assert isinstance(page(book, "text/titlepage.xhtml").content, TitlePage)
    assert isinstance(page(book, "text/copyright.xhtml").content, CopyrightPage)


def test_a_shop_that_shows_the_cover_itself_gets_no_page_for_it() -> None:
    """The cover's picture is in the book all the same, and the book opens at its title page."""
    kindle = replace(project([A]), profile=Profile(book=BookDemands(cover_page=False)))
    book = composed(kindle, A, cover=picture()).value
    assert hrefs(book) == ["titlepage", "copyright", "nav", "a"]
    assert book.cover is not None
    assert book.cover.href == "images/cover.jpg"
    assert [sign.epub_type for sign in book.landmarks] == ["titlepage", "toc", "bodymatter"]


def test_made_pages_speak_the_books_language() -> None:
    """Their titles are in the main language."""
    made = with_metadata(project([A]), replace(METADATA, languages=("de-AT",)))
    assert [page.title for page in composed(made, A).value.pages] == [
        "Titelseite",
        "Impressum",
        "Inhalt",
        "A",
    ]


def test_the_cover_may_be_a_file() -> None:
    """The settings' cover is the book's; without any there is no cover page."""
    made = replace(project([A], ["images/c.jpg"]), cover=picture_source("images/c.jpg"))
    book = composed(made, A).value
    assert book.cover is not None
    assert book.cover.href == "images/c.jpg"
    assert book.unused_pictures == ()
    assert hrefs(one(A).value) == ["titlepage", "copyright", "nav", "a"]


def test_chapters_replace_made_pages_where_they_stand() -> None:
    """A copyright page at the end stays there, and a title page of one's own opens the book."""
    title, end = typed("01-my-title", "titlepage"), typed("99-rights", "copyright-page")
    book = one(title, A, end).value
    assert hrefs(book) == ["my-title", "nav", "a", "rights"]


def test_made_pages_find_their_place_among_written_ones() -> None:
    """Around a title page of one's own the cover stands before, copyright and contents after."""
    title = typed("01-my-title", "titlepage")
    book = composed(project([title, A]), title, A, cover=picture()).value
    assert hrefs(book) == ["cover", "my-title", "copyright", "nav", "a"]


def test_the_picture_of_a_cover_chapter_is_the_cover() -> None:
    """Where the settings name no cover, the first picture of the chapter is the book's."""
    cover = document("manuscript/0-front.md", "![x](../images/c.jpg)\n", Header(type="cover"))
    made = project([cover, A], ["images/c.jpg"])
    book = composed(made, cover, A, cover=picture(b"made")).value
    assert book.cover is not None
    assert [placed.href for placed in book.pictures] == ["images/c.jpg"]
    assert hrefs(book) == ["front", "titlepage", "copyright", "nav", "a"]


def test_made_pages_can_be_switched_off() -> None:
    """The contents are always there; the cover stays the book's without its page."""
    none = ContentsSettings(generate=GenerateSettings(False, False, False))
    made = replace(project([A]), settings=Settings(contents=none))
    book = composed(made, A, cover=picture()).value
    assert hrefs(book) == ["nav", "a"]
    assert book.cover is not None


def test_a_chapter_keeps_its_name_before_a_made_page() -> None:
    """A chapter called cover.md that is none is cover.xhtml; the made page counts up."""
    other = document("manuscript/cover.md", "# Undercover\n")
    book = composed(project([other]), other, cover=picture()).value
    assert hrefs(book) == ["cover-2", "titlepage", "copyright", "nav", "cover"]


def test_matter_goes_by_place() -> None:
    """Front before the first body page, back after the last: no page falls out of order."""
    chapters = (
        typed("1-thanks", "acknowledgments"),
        typed("2-preface", "preface"),
        typed("3-a", "chapter"),
        typed("4-second-intro", "introduction"),
        typed("5-b", "chapter"),
        typed("6-notes", "endnotes"),
        typed("7-rights", "copyright-page"),
    )
    matter = [page.matter for page in one(*chapters).value.pages if page.href.startswith("text/")]
    assert matter == ["front", "front", "front", "body", "body", "body", "back", "back"]


def test_landmarks() -> None:
    """Cover, title page, contents, and the first page of the body."""
    preface = typed("0-preface", "preface")
    book = composed(project([preface, A]), preface, A, cover=picture()).value
    assert book.landmarks == (
        Landmark("cover", "Cover", "text/cover.xhtml"),
        Landmark("titlepage", "Title page", "text/titlepage.xhtml"),
        Landmark("toc", "Contents", "nav.xhtml"),
        Landmark("bodymatter", "Start of the book", "text/a.xhtml"),
    )


def test_a_book_without_body_begins_at_its_text() -> None:
    """There is always a bodymatter landmark: here it leads to the first page to be read."""
    assert one(typed("1-preface", "preface")).value.landmarks[-1].href == "text/preface.xhtml"
