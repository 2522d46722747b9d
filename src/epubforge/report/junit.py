"""Findings as JUnit's XML, which every build server reads as a list of tests.

The elements and attributes are those that Jenkins, GitLab and Azure agree on:
https://github.com/testmoapp/junitxml
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from epubforge.diagnostics import Diagnostic
from epubforge.report.places import locate
from epubforge.report.report import Report, Screen
from epubforge.report.safe import visible
from epubforge.report.words import sentence


def junit(report: Report, screen: Screen) -> str:
    """A suite for each file, a test for each finding; it fails where the exit code says so.

    What does not fail the run is a test that passes and says what was found. Where nothing was
    found one test says that.
    """
    suites = list(_suites(report))
    failures = sum(report.fails(finding) for finding in report.findings)
    tests = max(1, len(report.findings))
    counts: dict[str, str | int] = {
        "name": "epubforge",
        "tests": tests,
        "failures": failures,
        "errors": 0,
    }
    return "\n".join([
        '<?xml version="1.0" encoding="UTF-8"?>',
        _tag("testsuites", counts),
        *suites,
        "</testsuites>",
        "",
    ])  # fmt: skip


def _suites(report: Report) -> Iterator[str]:
    if not report.findings:
        yield _tag("testsuite", {"name": "epubforge", "tests": 1, "failures": 0, "errors": 0,
                                 "skipped": 0})  # fmt: skip
        yield _tag("testcase", {"classname": "epubforge", "name": "no findings"}, closed=True)
        yield "</testsuite>"
    by_file = sorted(report.findings, key=lambda finding: locate(finding).file)
    for file, found in groupby(by_file, key=lambda finding: locate(finding).file):
        findings = list(found)
        failures = sum(map(report.fails, findings))
        yield _tag("testsuite", {"name": file, "tests": len(findings), "failures": failures,
                                 "errors": 0, "skipped": 0})  # fmt: skip
        for finding in findings:
            yield from _case(report, finding)
        yield "</testsuite>"


def _case(report: Report, finding: Diagnostic) -> Iterator[str]:
    location, rule = locate(finding), finding.rule
    place = f":{location.start.line}:{location.start.column}" if location.start else ""
    where = f"{location.page}{place}" if location.is_inside else f"{location.file}{place}"
    name = f"{rule.code} {rule.name} {where}"
    yield _tag("testcase", {"classname": location.file, "name": name})
    said = f"{where}: {finding.grade.value} {rule.code} {rule.name}: {sentence(finding, location)}"
    if report.fails(finding):
        failure = {"message": finding.message, "type": finding.grade.value}
        yield f"{_tag('failure', failure)}{_text(said)}</failure>"
    else:
        yield f"<system-out>{_text(said)}</system-out>"
    yield "</testcase>"


def _tag(name: str, attributes: Mapping[str, str | int], closed: bool = False) -> str:
    told = "".join(f" {key}={quoteattr(visible(str(said)))}" for key, said in attributes.items())
    return f"<{name}{told}{'/' if closed else ''}>"


def _text(said: str) -> str:
    return escape(visible(said))
