"""The rules on links, on books made by hand."""

from __future__ import annotations

import pytest

from checks.by_hand import PUBLICATION, book, chapter, lines, text
from epubforge.checks.links.hidden_page_without_link import hidden_page_without_link
from epubforge.checks.links.unused_picture import unused_picture
from epubforge.model.book import Page, TocEntry
from epubforge.model.document import Header, LinkUse

SOURCE = text("+++\nlinear = false\n+++\n\nTables.\n", "manuscript/tables.md")


def test_unused_pictures() -> None:
    """Each picture that nothing uses is named, at the settings."""
    found = unused_picture(book(unused_pictures=["images/a.jpg", "images/b c.png"]), PUBLICATION)
    assert lines(found) == [
        "manuscript/book.toml:1:1 warning L020 unused-picture: images/a.jpg is not used in the book",
        "manuscript/book.toml:1:1 warning L020 unused-picture: "
        "images/b c.png is not used in the book",
    ]


def hidden(links: list[tuple[LinkUse, str | None]] | None = None) -> Page:
    """A chapter out of the reading order."""
    header = Header(linear=False, span=SOURCE.span(0, 22))
    return chapter(SOURCE, header=header, href="text/tables.xhtml", linear=False, links=links or [])


def linking(href: str | None, page: str = "text/one.xhtml") -> Page:
    """A chapter with one link."""
    source = text("[x](y)\n", "manuscript/one.md")
    return chapter(source, links=[(LinkUse("y", "x", source.span(0, 6)), href)], href=page)


@pytest.mark.parametrize("href", [None, "#tables", "other.xhtml", "../tables.xhtml"])
def test_hidden_page(href: str | None) -> None:
    """Nothing leads to the page: found at its header."""
    assert lines(hidden_page_without_link(book(linking(href), hidden()), PUBLICATION)) == [
        "manuscript/tables.md:1:1 error L021 hidden-page-without-link: "
        "manuscript/tables.md is out of the reading order and nothing leads to it"
    ]


def test_own_link_does_not_count() -> None:
    """A page that only links to itself is as hidden as before."""
    link = LinkUse("#a", "x", SOURCE.span())
    found = hidden_page_without_link(book(hidden([(link, "tables.xhtml#a")])), PUBLICATION)
    assert len(lines(found)) == 1


def test_reached_pages() -> None:
    """A link from another page, also to a place in it, or a line of the contents is enough."""
    below = TocEntry("Part", "text/p.xhtml", (TocEntry("Tables", "text/tables.xhtml#t"),))
    assert (
        lines(hidden_page_without_link(book(linking("tables.xhtml"), hidden()), PUBLICATION)) == []
    )
    assert (
        lines(
            hidden_page_without_link(book(linking("../text/tables.xhtml#t"), hidden()), PUBLICATION)
        )
        == []
    )
    assert lines(hidden_page_without_link(book(hidden(), toc=[below]), PUBLICATION)) == []
