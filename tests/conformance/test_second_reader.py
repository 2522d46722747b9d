"""A book made by hand, as readers that are not ours see it."""

from __future__ import annotations

from pathlib import Path

import pytest

from conformance.second_reader import Page, Reading, read
from epubforge.package.write import write
from package.books import METADATA, sample_publication


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """The sample book on the disk."""
    path = tmp_path / "book.epub"
    write(sample_publication(), path)
    return path


def test_daisys_reader_sees_the_whole_book(book: Path) -> None:
    """Version, language, title, identifier, every page in order, and the contents."""
    assert read(book) == Reading(
        version="3.0",
        language="en",
        title="Heroes & Labour",
        identifier="urn:isbn:9783869306896",
        pages=[
            Page("text/cover.xhtml", "Cover"),
            Page("text/contents.xhtml", "What is in it"),
            Page("text/one.xhtml", "One"),
            Page("text/plate-001.xhtml", "Plate 1"),
        ],
        navigation="text/contents.xhtml",
        contents=["one.xhtml", "one.xhtml#section", "plate-001.xhtml"],
    )


def test_ebooklibs_reader_sees_the_whole_book(book: Path) -> None:
    """The library that wrote it reads back what was meant."""
    from ebooklib import epub

    seen = epub.read_epub(str(book), {"ignore_ncx": False})
    assert seen.title == METADATA.title
    assert seen.language == "en"
    assert [seen.get_item_with_id(name).file_name for name, _ in seen.spine] == [
        "text/cover.xhtml",
        "text/contents.xhtml",
        "text/one.xhtml",
        "text/plate-001.xhtml",
    ]
    (one, (section,)), plate = seen.toc
    assert [(one.title, one.href), (section.title, section.href), (plate.title, plate.href)] == [
        ("One & only", "text/one.xhtml"),
        ("Section", "text/one.xhtml#section"),
        ("Plate 1", "text/plate-001.xhtml"),
    ]
