"""The report for programs."""

from __future__ import annotations

import json as decoder

from epubforge import __version__
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.report.formats import format_named
from epubforge.report.report import Report, Screen
from epubforge.source import EntryPlace, SourceFile

RULE = Rule("A001", "image-without-alt", Severity.ERROR, "")
CODE = Rule("C020", "mimetype-missing", Severity.ERROR, "", blocking=True, equivalent="PKG-006")


def written(*found: Diagnostic, project: str | None = None) -> str:
    """The report as JSON."""
    return format_named("json")(Report(found, project), Screen())


def test_report_of_a_project() -> None:
    """Everything that the contract names, for a place in the manuscript."""
    span = SourceFile("manuscript/03-foo.md", "# A\n\nSee ![](a.jpg)\n").span(9, 19)
    found = Diagnostic(RULE, span, "a.jpg has no description", "write one", Severity.WARNING)
    assert decoder.loads(written(found, project="books/heroes")) == {
        "schema_version": 1,
        "tool": {"name": "epubforge", "version": __version__},
        "project": "books/heroes",
        "summary": {"error": 0, "warning": 1, "note": 0},
        "findings": [
            {
                "code": "A001",
                "name": "image-without-alt",
                "severity": "warning",
                "blocking": False,
                "message": "a.jpg has no description",
                "hint": "write one",
                "file": "manuscript/03-foo.md",
                "line": 3,
                "column": 5,
                "end_line": 3,
                "end_column": 15,
                "page": None,
                "source": "epubforge",
                "source_code": None,
                "equivalent": None,
                "also": [],
            }
        ],
    }


def test_finding_in_a_finished_book() -> None:
    """The file is the book's path as given, the page the entry; unknown places are null."""
    finding = decoder.loads(written(CODE.at(EntryPlace("../a.epub", "mimetype"), "x")))["findings"][
        0
    ]
    assert finding["file"] == "../a.epub"
    assert finding["page"] == "mimetype"
    assert (finding["line"], finding["column"]) == (None, None)
    assert (finding["end_line"], finding["end_column"]) == (None, None)
    assert finding["equivalent"] == "PKG-006"
    assert finding["blocking"] is True
    assert finding["hint"] is None


def test_line_in_an_entry() -> None:
    """A line within an entry is told, its end is not known."""
    place = EntryPlace("a.epub", "a.xhtml", 7, 3)
    finding = decoder.loads(written(CODE.at(place, "x")))["findings"][0]
    assert (finding["line"], finding["column"], finding["end_line"]) == (7, 3, None)


def test_finding_passed_on_from_another_tool() -> None:
    """Its origin, its id there and the page that it was seen on are kept."""
    span = SourceFile("1.md", "a").span()
    found = Diagnostic(
        CODE, span, "x", page="OEBPS/a.xhtml", origin="epubcheck", source_code="RSC-005"
    )
    finding = decoder.loads(written(found))["findings"][0]
    assert finding["source"] == "epubcheck"
    assert finding["source_code"] == "RSC-005"
    assert finding["page"] == "OEBPS/a.xhtml"
    assert finding["file"] == "1.md"


def test_ascii_without_commands() -> None:
    """Any message comes back whole, and nothing of it steers a console or a build server."""
    message = "Шахта \x1b[0m \x7f\u202e\ud800 ##[error] ##vso[x] ###[\n::error::x"
    report = written(CODE.at(EntryPlace("a.epub"), message))
    assert report.isascii()
    assert [c for c in report if (ord(c) < 32 and c != "\n") or ord(c) == 127] == []
    assert [mark for mark in ("##[", "##vso[") if mark in report] == []
    assert [line for line in report.splitlines() if line.lstrip().startswith("::")] == []
    assert decoder.loads(report)["findings"][0]["message"] == message


def test_no_findings() -> None:
    """An empty report is whole, and ends its line."""
    report = written()
    assert decoder.loads(report)["findings"] == []
    assert decoder.loads(report)["project"] is None
    assert report.endswith("}\n")


def test_finding_that_others_name_too() -> None:
    """What they say of it, and how grave they call it, is kept beside it."""
    place = EntryPlace("a.epub", "a.xhtml", 7, 3)
    theirs = Diagnostic(
        CODE, place, "RSC said", severity=Severity.ERROR, origin="epubcheck", source_code="RSC-005"
    )
    found = Diagnostic(RULE, place, "x", also=(theirs,))
    finding = decoder.loads(written(found))["findings"][0]
    assert finding["also"] == [
        {
            "source": "epubcheck",
            "source_code": "RSC-005",
            "severity": "error",
            "message": "RSC said",
        }
    ]
