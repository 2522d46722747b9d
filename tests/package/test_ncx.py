"""The NCX."""

from __future__ import annotations

from lxml import etree

from epubforge.model.book import PageMark, TocEntry
from epubforge.package.ncx import ncx
from package.books import METADATA

SPACES = {"n": "http://www.daisy.org/z3986/2005/ncx/"}
TOC = (
    TocEntry("One", "a.xhtml", (TocEntry("Again", "a.xhtml"), TocEntry("Deep", "a.xhtml#d"))),
    TocEntry("Two & more", "b.xhtml"),
)


def tree() -> etree._Element:
    return etree.fromstring(ncx(METADATA, TOC))


def test_head_repeats_identifier_and_depth() -> None:
    """The uid is the book's identifier, the depth that of the contents; no pages are counted."""
    metas = tree().iterfind("n:head/n:meta", SPACES)
    assert {meta.get("name"): meta.get("content") for meta in metas} == {
        "dtb:uid": "urn:isbn:9783869306896",
        "dtb:depth": "2",
        "dtb:totalPageCount": "0",
        "dtb:maxPageNumber": "0",
    }


def test_points_are_nested_and_play_in_order() -> None:
    """Points follow the contents; entries with one target have one place in the order."""
    points = tree().xpath("//n:navPoint", namespaces=SPACES)
    assert [
        (p.get("id"), p.get("playOrder"), p.find("n:navLabel/n:text", SPACES).text,
         p.find("n:content", SPACES).get("src"), p.getparent().get("id"))
        for p in points
    ] == [
        ("point-1", "1", "One", "a.xhtml", None),
        ("point-2", "1", "Again", "a.xhtml", "point-1"),
        ("point-3", "2", "Deep", "a.xhtml#d", "point-1"),
        ("point-4", "3", "Two & more", "b.xhtml", None),
    ]  # fmt: skip


def test_title_and_authors_are_said() -> None:
    """Old readers show the NCX's title and authors."""
    assert tree().findtext("n:docTitle/n:text", namespaces=SPACES) == "Heroes & Labour"
    authors = tree().xpath("n:docAuthor/n:text/text()", namespaces=SPACES)
    assert authors == ["Gleb Kosorukov", "Ada Lovelace"]


def test_pages_of_the_printed_book() -> None:
    """Each kind of number has its type; a page that is an entry too has that entry's place."""
    pages = (PageMark("iv", "a.xhtml#d"), PageMark("24", "b.xhtml#p"), PageMark("A-1", "b.xhtml#q"))
    root = etree.fromstring(ncx(METADATA, TOC, pages))
    assert [
        (p.get("type"), p.get("value"), p.get("playOrder"),
         p.find("n:navLabel/n:text", SPACES).text, p.find("n:content", SPACES).get("src"))
        for p in root.iterfind("n:pageList/n:pageTarget", SPACES)
    ] == [
        ("front", None, "2", "iv", "a.xhtml#d"),
        ("normal", "24", "4", "24", "b.xhtml#p"),
        ("special", None, "5", "A-1", "b.xhtml#q"),
    ]  # fmt: skip
    counts = {m.get("name"): m.get("content") for m in root.iterfind("n:head/n:meta", SPACES)}
    assert (counts["dtb:totalPageCount"], counts["dtb:maxPageNumber"]) == ("3", "24")
