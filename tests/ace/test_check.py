"""Finished books before the real Ace and a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from ace.conftest import FILES, PAGE, Said
from epubforge.ace.check import check_books
from epubforge.ace.tool import ToolMissing
from epubforge.diagnostics import Severity
from epubforge.model.archive import Archive, ArchiveEntry
from epubforge.source import EntryPlace

pytestmark = pytest.mark.xdist_group("ace")


def place(said: Said, text: str, entry: str = PAGE) -> EntryPlace:
    """Where a text of an entry begins."""
    before = FILES[entry].partition(text)[0]
    line = before.count("\n") + 1
    return EntryPlace(said.book.as_posix(), entry, line, len(before) - before.rfind("\n"))


def test_what_we_write_has_no_finding(said: dict[str, Said]) -> None:
    """A good book is found good."""
    assert said["good"].found == ()


@pytest.mark.parametrize(
    ("code", "texts", "grade"),
    [
        ("image-alt", ["<img src", '<img id="second"'], Severity.ERROR),
        ("color-contrast", ['<p class="pale"'], Severity.ERROR),
        ("link-name", ['<a href="#there"'], Severity.ERROR),
        ("heading-order", ["<h4"], Severity.WARNING),
        ("epub-type-has-matching-role", ["<section"], Severity.WARNING),
        ("empty-table-header", ["<th>"], Severity.NOTE),
    ],
)
def test_every_element_is_placed(
    said: dict[str, Said], code: str, texts: list[str], grade: Severity
) -> None:
    """Line and column are those of the start tag, letters beyond ASCII and all; each is graded."""
    bad = said["bad"]
    assert bad.at(code) == [place(bad, text) for text in texts]
    assert {each.grade for each in bad.found if each.source_code == code} == {grade}


@pytest.mark.parametrize("code", ["html-has-lang", "document-title"])
def test_the_outermost_element_is_the_page(said: dict[str, Said], code: str) -> None:
    """What is said of html is said of the page as a whole."""
    assert said["bad"].at(code) == [EntryPlace(said["bad"].book.as_posix(), PAGE)]


@pytest.mark.parametrize(
    "code", ["epub-lang", "metadata-accessibilityfeature", "metadata-accessmode-invalid"]
)
def test_aces_own_rules_are_told_too(said: dict[str, Said], code: str) -> None:
    """Those on the package document, whose path Ace gives from the root of the book."""
    whole = EntryPlace(said["bad"].book.as_posix(), "EPUB one/package.opf")
    assert said["bad"].at(code) == [whole]


def test_the_words_are_aces(said: dict[str, Said]) -> None:
    """The rule, the element without what the browser adds, what is wrong, and where to read on."""
    (found,) = (each for each in said["bad"].found if each.source_code == "heading-order")
    assert found.message == (
        'Heading levels should only increase by one, <h4 id="there">: Heading order invalid'
    )
    assert found.hint == "read http://kb.daisy.org/publishing/docs/html/headings.html"
    assert (found.rule.code, found.origin, found.page) == ("X002", "ace", PAGE)
    (wrong,) = (e for e in said["bad"].found if e.source_code == "metadata-accessmode-invalid")
    assert wrong.message == "Value 'telepathic' is invalid for 'schema:accessMode' metadata"


def test_what_would_be_written_elsewhere_is_not_unpacked(said: dict[str, Said]) -> None:
    """Ace unpacks books to the disk; one that is a trap is not given to it, which is told."""
    (found,) = said["leading outside"].found
    assert found.rule.code == "X005"
    assert found.message == (
        "outside.epub was not given to Ace, which would unpack ../x.txt outside of its folder"
    )


def test_what_cannot_be_opened_is_not_asked_about(said: dict[str, Said]) -> None:
    """Whoever tried to open it has said why."""
    assert said["no book"].found == ()


def test_no_books_need_no_tool() -> None:
    """Nothing is looked for and nothing started for nothing."""
    nowhere = {"ACE_CLI": "/nowhere", "PATH": ""}
    assert check_books([], 1, (), nowhere) == ()
    assert check_books([Archive("closed.epub", ())], 1, (), nowhere) == ((),)


def test_a_program_that_is_not_there_is_named() -> None:
    """The message names the file and the command that installs Ace."""
    entry = ArchiveEntry("mimetype", 20, 20, 0, 0, 0)
    book = Archive("a.epub", (entry,), Path("a.epub"))
    with pytest.raises(ToolMissing, match="ACE_CLI names /nowhere/ace-cli, where no program is"):
        check_books([book], 1, (), {"ACE_CLI": "/nowhere/ace-cli", "PATH": ""})
