"""From a book and its pages to a publication."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from lxml import etree

from epubforge.model.book import ContentsPage, PageMark, PlacedMedia, TocEntry
from epubforge.model.publication import Resource, SpineItem
from epubforge.package.assemble import assemble
from package.books import METADATA, sample_book, sample_pages, sample_publication

OPF = {"o": "http://www.idpf.org/2007/opf", "dc": "http://purl.org/dc/elements/1.1/"}


def test_the_manifest_has_every_resource_once_in_a_fixed_order() -> None:
    """Navigation and NCX, what was rendered, then the pictures."""
    resources = sample_publication().resources
    assert [(r.href, r.properties) for r in resources] == [
        ("text/contents.xhtml", ("nav",)),
        ("toc.ncx", ()),
        ("styles/book.css", ()),
        ("text/cover.xhtml", ()),
        ("text/one.xhtml", ()),
        ("text/plate-001.xhtml", ()),
        ("images/cover.jpg", ("cover-image",)),
        ("images/ada.jpg", ()),
        ("images/plate-001.jpg", ()),
    ]


def test_the_spine_is_the_books_pages() -> None:
    """Pages are read in the book's order; what is aside of it is said to be."""
    book = sample_book()
    aside = replace(book.pages[3], linear=False)
    publication = assemble(replace(book, pages=(*book.pages[:3], aside)), sample_pages()).value
    assert publication.spine == (
        SpineItem("text/cover.xhtml"),
        SpineItem("text/contents.xhtml"),
        SpineItem("text/one.xhtml"),
        SpineItem("text/plate-001.xhtml", linear=False),
    )


def test_a_page_that_nothing_leads_to_is_linked_out_of_sight() -> None:
    """A page out of the reading order must be reachable, even one that the contents leave out."""
    book = sample_book()
    aside = replace(book.pages[3], linear=False)
    pages = (*book.pages[:3], aside)
    named = assemble(replace(book, pages=pages), sample_pages()).value.resources[0].content
    left_out = replace(book, pages=pages, toc=book.toc[:1])
    unnamed = assemble(left_out, sample_pages()).value.resources[0].content
    hidden = b'<nav hidden="hidden">\n<ol>\n<li><a href="plate-001.xhtml">Plate 1</a></li>'
    assert isinstance(named, bytes)
    assert isinstance(unnamed, bytes)
    assert hidden not in named
    assert hidden in unnamed


def test_a_book_without_a_contents_page_keeps_its_navigation_aside() -> None:
    """The navigation document is then no page, and titled with the word of the language."""
    book = sample_book()
    pages = tuple(page for page in book.pages if not isinstance(page.content, ContentsPage))
    publication = assemble(replace(book, pages=pages), sample_pages()).value
    nav = publication.resources[0]
    assert (nav.href, nav.properties) == ("nav.xhtml", ("nav",))
    assert isinstance(nav.content, bytes)
    assert b"<title>Contents</title>" in nav.content
    assert "nav.xhtml" not in [item.href for item in publication.spine]


def test_contents_without_entries_list_the_pages() -> None:
    """Contents must lead somewhere, so a book that names nothing shows its pages."""
    publication = assemble(replace(sample_book(), toc=()), sample_pages()).value
    assert publication.toc[0] == TocEntry("Cover", "text/cover.xhtml")
    assert len(publication.toc) == 4


def test_a_picture_keeps_its_file() -> None:
    """A picture's content is handed on as it is, bytes or path; nothing is read."""
    book = sample_book()
    publication = assemble(book, sample_pages()).value
    contents = [r.content for r in publication.resources if r.media_type == "image/jpeg"]
    assert contents == [placed.picture.content for placed in book.pictures]


def test_the_package_document_names_what_the_publication_holds() -> None:
    """The package document is that of the very publication it lies in."""
    publication = sample_publication()
    root = etree.fromstring(publication.package)
    assert root.get("unique-identifier") == "pub-id"
    assert root.findtext(".//dc:identifier", namespaces=OPF) == METADATA.identifier
    items = {i.get("id"): i for i in root.iterfind("o:manifest/o:item", OPF)}
    assert [i.get("href") for i in items.values()] == [r.href for r in publication.resources]
    spine = [items[i.get("idref")].get("href") for i in root.iterfind("o:spine/o:itemref", OPF)]
    assert spine == [item.href for item in publication.spine]
    cover = root.xpath("//o:meta[@name='cover']/@content", namespaces=OPF)
    assert [items[name].get("properties") for name in cover] == ["cover-image"]


def test_nothing_is_found_here() -> None:
    """Assembling has no findings of its own."""
    assert assemble(sample_book(), sample_pages()).found == ()


def test_sounds_and_pages_go_with_the_book() -> None:
    """A sound keeps its file and its type; pages are in both contents and have a source."""
    sound = PlacedMedia("media/bell.mp3", "audio/mpeg", Path("/p/bell.mp3"), "media/bell.mp3")
    mark = PageMark("24", "text/one.xhtml#section")
    book = replace(sample_book(), media=(sound,), page_marks=(mark,))
    publication = assemble(book, sample_pages()).value
    assert publication.resources[-1] == Resource("media/bell.mp3", "audio/mpeg", sound.location)
    assert publication.pages == (mark,)
    texts = {r.href: r.content for r in publication.resources if isinstance(r.content, bytes)}
    assert b'epub:type="page-list"' in texts["text/contents.xhtml"]
    assert b"<pageTarget" in texts["toc.ncx"]
    assert b"pageBreakSource" in publication.package
