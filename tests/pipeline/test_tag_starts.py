"""Where the start tags begin whose ends EPUBCheck names."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.pipeline.tag_starts import tag_starts
from epubforge.source import EntryPlace

PAGE = '<html>\n<p\n  class="a>b"\n  id="x">One <b>two</b></p>\n<!-- a -->\n'
RULE = Rule("E001", "epubcheck-error", Severity.ERROR, "")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """An archive with one page; it need be nothing more."""
    file = tmp_path / "b.epub"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("a.xhtml", PAGE)
        archive.writestr("b.xhtml", PAGE.encode("utf-16"))
    return file


@pytest.mark.parametrize("entry", ["a.xhtml", "b.xhtml"])
@pytest.mark.parametrize(
    ("end", "start"),
    [
        ((1, 7), (1, 1)),
        ((4, 10), (2, 1)),
        ((4, 17), (4, 14)),
        ((4, 24), None),  # an end tag
        ((5, 11), None),  # a comment
        ((4, 12), None),  # in a text
        ((9, 1), None),  # behind the end
        ((None, None), None),
    ],
)
def test_a_start_tag_begins(
    book: Path,
    entry: str,
    end: tuple[int | None, int | None],
    start: tuple[int, int] | None,
) -> None:
    """Lines above where it takes several; other ends, and places elsewhere, have no beginning."""
    place = EntryPlace("b.epub", entry, *end)
    found = Diagnostic(RULE, place, "x", origin="epubcheck", source_code="RSC-005")
    expected = {place: EntryPlace("b.epub", entry, *start)} if start else {}
    assert tag_starts(book, [found]) == expected


def test_what_is_not_there_has_no_tags(book: Path) -> None:
    """A finding on an entry that is missing, and one that is not EPUBCheck's, are passed by."""
    for entry, origin in (("none.xhtml", "epubcheck"), ("a.xhtml", "ace")):
        place = EntryPlace("b.epub", entry, 1, 7)
        assert tag_starts(book, [Diagnostic(RULE, place, "x", origin=origin)]) == {}  # type: ignore[arg-type]
