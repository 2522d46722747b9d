"""The navigation document."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from epubforge.model.book import Landmark, PageMark, TocEntry
from epubforge.package.nav import NavPage, navigation
from package.books import METADATA

PAGE = NavPage("nav.xhtml", "Contents", "Signposts", ("styles/book.css",))
TOC = (
    TocEntry("One & <only>", "text/one.xhtml", (TocEntry("Deep", "text/one.xhtml#deep"),)),
    TocEntry("Two", "text/two.xhtml"),
)
SPACES = {"h": "http://www.w3.org/1999/xhtml", "epub": "http://www.idpf.org/2007/ops"}
TYPE = f"{{{SPACES['epub']}}}type"


def tree(content: bytes) -> etree._Element:
    return etree.fromstring(content)


def hrefs(content: bytes, kind: str) -> list[tuple[str, str]]:
    links = tree(content).xpath(f"//h:nav[@epub:type='{kind}']//h:a", namespaces=SPACES)
    return [("".join(link.itertext()), link.get("href")) for link in links]


def test_contents_are_nested_as_given() -> None:
    """Each entry is a link in the order and depth of the contents."""
    root = tree(navigation(PAGE, METADATA, TOC, ()))
    items = root.xpath("//h:nav/h:ol/h:li", namespaces=SPACES)
    assert [item.find("h:a", SPACES).text for item in items] == ["One & <only>", "Two"]
    assert items[0].xpath("h:ol/h:li/h:a/text()", namespaces=SPACES) == ["Deep"]
    assert items[1].xpath("h:ol", namespaces=SPACES) == []


def test_links_lead_from_where_the_page_lies() -> None:
    """A navigation page among the texts links to its neighbours and to the style sheet."""
    page = replace(PAGE, href="text/contents.xhtml")
    content = navigation(page, METADATA, TOC, ())
    assert hrefs(content, "toc") == [
        ("One & <only>", "one.xhtml"),
        ("Deep", "one.xhtml#deep"),
        ("Two", "two.xhtml"),
    ]
    sheets = tree(content).xpath("//h:link/@href", namespaces=SPACES)
    assert sheets == ["../styles/book.css"]


def test_a_title_in_another_language_says_so() -> None:
    """The voice changes for it, and it runs in its own direction."""
    content = navigation(PAGE, METADATA, (TocEntry("ב", "text/b.xhtml", language="he"),), ())
    (link,) = tree(content).xpath("//h:nav[@epub:type='toc']//h:a", namespaces=SPACES)
    language = link.get("{http://www.w3.org/XML/1998/namespace}lang")
    assert (link.get("lang"), language, link.get("dir")) == ("he", "he", "rtl")


def test_landmarks_are_hidden_and_typed() -> None:
    """Landmarks are for programs: hidden, each with its epub:type."""
    marks = (Landmark("bodymatter", "Start", "text/one.xhtml"),)
    content = navigation(PAGE, METADATA, TOC, marks)
    nav = tree(content).xpath("//h:nav[@epub:type='landmarks']", namespaces=SPACES)[0]
    assert nav.get("hidden") == "hidden"
    assert nav.find("h:h2", SPACES).text == "Signposts"
    assert [link.get(TYPE) for link in nav.iterfind(".//h:a", SPACES)] == ["bodymatter"]


def test_without_landmarks_there_is_no_empty_list() -> None:
    """An empty list would be invalid."""
    root = tree(navigation(PAGE, METADATA, TOC, ()))
    assert len(root.xpath("//h:nav", namespaces=SPACES)) == 1


def test_the_page_says_language_and_direction() -> None:
    """Language stands twice, as XML and HTML readers look for it; direction as other pages do."""
    metadata = replace(METADATA, languages=("he",), direction="rtl")
    root = tree(navigation(PAGE, metadata, TOC, ()))
    assert root.get("lang") == root.get("{http://www.w3.org/XML/1998/namespace}lang") == "he"
    assert root.get("dir") == "rtl"
    assert tree(navigation(PAGE, METADATA, TOC, ())).get("dir") == "ltr"


def test_an_entry_without_a_title_shows_where_it_leads() -> None:
    """A link without text would be invalid, and nobody could follow it."""
    content = navigation(PAGE, METADATA, (TocEntry(" \x00", "text/a.xhtml"),), ())
    assert hrefs(content, "toc") == [("text/a.xhtml", "text/a.xhtml")]


def test_the_pages_of_the_printed_book() -> None:
    """A hidden list of its own; a book that knows no pages has none."""
    page = replace(PAGE, pages=(PageMark("24", "text/one.xhtml#p"),), pages_title="Leaves")
    content = navigation(page, METADATA, TOC, ())
    assert hrefs(content, "page-list") == [("24", "text/one.xhtml#p")]
    nav = tree(content).xpath("//h:nav[@epub:type='page-list']", namespaces=SPACES)[0]
    assert (nav.get("role"), nav.get("hidden")) == ("doc-pagelist", "hidden")
    assert nav.find("h:h2", SPACES).text == "Leaves"
    assert hrefs(navigation(PAGE, METADATA, TOC, ()), "page-list") == []


def test_a_vertical_book_has_vertical_contents() -> None:
    """Its pages turn from right to left, but its lines are no right-to-left text."""
    metadata = replace(METADATA, writing_mode="vertical-rl", direction="rtl")
    root = tree(navigation(PAGE, metadata, TOC, ()))
    assert (root.get("class"), root.get("dir")) == ("vertical", "ltr")
