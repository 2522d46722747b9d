"""From Ace's places to entries, lines and columns."""

from __future__ import annotations

import pytest

from ace.conftest import FILES, PAGE, packed
from epubforge.ace.place import Places
from epubforge.finished.book import Finished
from epubforge.package.open import open_epub
from epubforge.source import EntryPlace

SUBJECT = "text/a page Ж.xhtml"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Finished:
    """The bad book."""
    path = packed(FILES, tmp_path_factory.mktemp("book") / "b.epub")
    return Finished(open_epub(path).value)


@pytest.mark.parametrize(
    ("subject", "entry"),
    [
        (SUBJECT, PAGE),
        ("nav.xhtml", "EPUB one/nav.xhtml"),
        ("/EPUB one/nav.xhtml", "EPUB one/nav.xhtml"),
        ("EPUB one/package.opf", "EPUB one/package.opf"),
        ("EPUB one\\package.opf", "EPUB one/package.opf"),
        ("text/../nav.xhtml", "EPUB one/nav.xhtml"),
    ],
)
def test_documents(book: Finished, subject: str, entry: str) -> None:
    """From the package's folder, from the root, and as Windows writes it."""
    assert Places(book).entry(subject) == entry


@pytest.mark.parametrize(
    ("cfi", "html", "line"),
    [
        ("/4/2", "<h1>", 4),
        ("/4/4/4[second]", '<img id="second"', 6),
        ("/4/8[there]", '<h4 xmlns="http://www.w3.org/1999/xhtml"', 8),
        ("/4/8[there]", "", 8),
        ("/4/8[a/4/2]", "<h4>", 8),
    ],
    ids=["child", "with an id", "tag with more", "no tag", "id like a path"],
)
def test_elements(book: Finished, cfi: str, html: str, line: int) -> None:
    """Step by step; ids in brackets are words only."""
    place = Places(book).place(SUBJECT, cfi, html)
    assert (place.entry, place.line) == (PAGE, line)


@pytest.mark.parametrize(
    ("cfi", "html"),
    [
        ("/", "<html>"), ("", ""), ("_CFI_", "<x>"), ("/4/8", "<h3>"), ("/4/99", "<p>"),
        ("/4/3", "<p>"), ("/4/0", "<p>"), ("/4/8[a]b]", "<h4>"),
    ],
    ids=["root", "none", "not found", "another element", "beyond", "a text", "zero", "odd id"],
)  # fmt: skip
def test_what_is_no_element_of_the_file(book: Finished, cfi: str, html: str) -> None:
    """The page as a whole is meant: a wrong line would lead astray."""
    assert Places(book).place(SUBJECT, cfi, html) == EntryPlace(book.archive.path, PAGE)


def test_a_document_that_is_not_in_the_book(book: Finished) -> None:
    """Its name is kept as Ace tells it."""
    place = Places(book).place("gone.xhtml", "/4/2", "<p>")
    assert place == EntryPlace(book.archive.path, "EPUB one/gone.xhtml")
