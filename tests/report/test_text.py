"""The report for people."""

from __future__ import annotations

import pytest

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.report.report import Report, Screen
from epubforge.report.text import summary_line, text
from epubforge.source import EntryPlace, SourceFile, Span

RULE = Rule("A001", "image-without-alt", Severity.ERROR, "")
NOTE = Rule("B051", "shop-metadata-missing", Severity.NOTE, "")


def place(content: str, piece: str, path: str = "manuscript/03-foo.md") -> Span:
    """Where a piece stands in a file."""
    start = content.index(piece)
    return SourceFile(path, content).span(start, start + len(piece))


def shown(
    *found: Diagnostic, color: bool = False, encoding: str = "utf-8", width: int = 100
) -> str:
    """The report on a screen."""
    return text(Report(found), Screen(color, encoding, width))


def test_finding_in_the_manuscript() -> None:
    """Place, grade, code, name and message; the line with carets below the place; the hint."""
    span = place("# One\n\nSee ![](ada.jpg) here.\n", "![](ada.jpg)")
    assert shown(RULE.at(span, "images/ada.jpg has no description", "write one")) == (
        "manuscript/03-foo.md:3:5: error A001 image-without-alt: "
        "images/ada.jpg has no description\n"
        "    3 | See ![](ada.jpg) here.\n"
        "      |     ^^^^^^^^^^^^\n"
        "  hint: write one\n"
        "\n"
    )


def test_finding_without_hint_on_an_empty_line() -> None:
    """An empty place has one caret; the line ends without blanks; no hint, no line for it."""
    span = SourceFile("book.toml", "").span()
    assert shown(NOTE.at(span, "the book has no maker")) == (
        "book.toml:1:1: note B051 shop-metadata-missing: the book has no maker\n"
        "    1 |\n"
        "      | ^\n"
        "\n"
    )


@pytest.mark.parametrize(
    ("entry", "line", "column", "shown_place"),
    [
        ("OEBPS/a.xhtml", 3, 7, "dist/a.epub!/OEBPS/a.xhtml:3:7"),
        ("OEBPS/a.xhtml", 3, None, "dist/a.epub!/OEBPS/a.xhtml:3:1"),
        ("mimetype", None, None, "dist/a.epub!/mimetype"),
        (None, None, None, "dist/a.epub"),
    ],
)
def test_finding_in_a_finished_book(
    entry: str | None, line: int | None, column: int | None, shown_place: str
) -> None:
    """The book's path, the entry after `!/`, and what is known of line and column."""
    found = RULE.at(EntryPlace("dist/a.epub", entry, line, column), "x is wrong")
    assert shown(found) == f"{shown_place}: error A001 image-without-alt: x is wrong\n\n"


def test_colors() -> None:
    """The place is bold; the grade and the carets have the grade's colour; nothing else."""
    found = RULE.at(place("ab", "b", "a.md"), "x is wrong")
    assert shown(found, color=True) == (
        "\x1b[1ma.md:1:2\x1b[0m: \x1b[31merror\x1b[0m A001 image-without-alt: x is wrong\n"
        "    1 | ab\n"
        "      |  \x1b[31m^\x1b[0m\n"
        "\n"
    )


def test_no_name_or_text_steers_the_terminal() -> None:
    """Escapes, bells, overrides and line ends of a stranger are seen, not obeyed."""
    span = place("a \x1b[31m\u202eb\x07", "b", "x\x1b]0;title\x07.md")
    written = shown(RULE.at(span, "a\nb\r\u2066 is wrong", "do\x9b1m"))
    assert written == (
        "x\\x1b]0;title\\x07.md:1:9: error A001 image-without-alt: a\\nb\\r\\u2066 is wrong\n"
        "    1 | a \\x1b[31m\\u202eb\\x07\n"
        "      |                 ^\n"
        "  hint: do\\x9b1m\n"
        "\n"
    )


def test_no_name_or_text_is_a_command_of_the_build_server() -> None:
    """`::error` never begins a line, and `##[` and `##vso[` stand nowhere."""
    span = place("::error::x ##[error]y ##vso[z", "y", "::error::a.md")
    written = shown(RULE.at(span, "\n::error::oh ##[error]", "::warning::##vso["))
    assert "##[" not in written
    assert "##vso[" not in written
    assert [line for line in written.splitlines() if line.lstrip().startswith("::")] == []


def test_console_that_cannot_write_the_letters() -> None:
    """What the encoding lacks is escaped, and the carets move along."""
    found = RULE.at(place("Шахта x", "x", "ы.md"), "ы.md — x", "“x”")
    assert shown(found, encoding="cp1252") == (
        "\\u044b.md:1:7: error A001 image-without-alt: \\u044b.md — x\n"
        "    1 | \\u0428\\u0430\\u0445\\u0442\\u0430 x\n"
        f"      | {' ' * 31}^\n"
        "  hint: “x”\n"
        "\n"
    )


@pytest.mark.parametrize(
    ("counts", "line"),
    [
        ({Severity.ERROR: 2, Severity.WARNING: 1, Severity.NOTE: 0}, "2 errors, 1 warning"),
        ({Severity.ERROR: 0, Severity.WARNING: 0, Severity.NOTE: 3}, "3 notes"),
        ({Severity.ERROR: 1}, "1 error"),
        ({Severity.ERROR: 0, Severity.WARNING: 0, Severity.NOTE: 0}, "no findings"),
    ],
)
def test_summary_line(counts: dict[Severity, int], line: str) -> None:
    """Numbers with the right words; what there is none of is left out."""
    assert summary_line(counts) == line


def test_nothing_found() -> None:
    """No findings, no words."""
    assert shown() == ""


def test_what_others_say_of_it() -> None:
    """Who else names the fault, below the hint, each once; and what only they say has their id."""
    at = EntryPlace("a.epub", "a.xhtml", 3, 1)
    other = Rule("E001", "epubcheck-error", Severity.ERROR, "")
    alone = Diagnostic(other, at, "not allowed", origin="epubcheck", source_code="RSC-005")
    ace = Diagnostic(other, at, "y", origin="ace", source_code="image-alt")
    both = Diagnostic(RULE, at, "x", "write one", also=(alone, alone, ace))
    assert shown(both, alone) == (
        "a.epub!/a.xhtml:3:1: error A001 image-without-alt: x\n"
        "  hint: write one\n"
        "  also: EPUBCheck RSC-005, Ace image-alt\n"
        "\n"
        "a.epub!/a.xhtml:3:1: error E001 epubcheck-error: not allowed (RSC-005)\n"
        "\n"
    )
