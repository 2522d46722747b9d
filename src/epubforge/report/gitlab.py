"""Findings as GitLab's code quality report, which merge requests show beside the lines.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

import json as encoder
from typing import TypedDict

from epubforge.diagnostics import Diagnostic, Severity
from epubforge.report.fingerprint import fingerprints
from epubforge.report.json import harmless_json
from epubforge.report.places import Location, locate
from epubforge.report.report import Report, Screen
from epubforge.report.words import sentence

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}
_BLOCKING = "blocker"


class _Lines(TypedDict):
    begin: int
    end: int


class _Place(TypedDict):
    path: str
    lines: _Lines


class _Issue(TypedDict):
    description: str
    check_name: str
    fingerprint: str
    severity: str
    location: _Place


def gitlab(report: Report, screen: Screen) -> str:
    """One list; a finding without a line is shown at its file's first."""
    named = zip(report.findings, fingerprints(report.findings), strict=True)
    issues = [_issue(finding, fingerprint) for finding, fingerprint in named]
    return harmless_json(encoder.dumps(issues, indent=2, ensure_ascii=True)) + "\n"


def _issue(finding: Diagnostic, fingerprint: str) -> _Issue:
    location = locate(finding)
    rule = finding.rule
    return _Issue(
        description=sentence(finding, location),
        check_name=f"{rule.code} {rule.name}",
        fingerprint=fingerprint,
        severity=_BLOCKING if rule.blocking else _SEVERITIES[finding.grade],
        location=_Place(path=location.file, lines=_lines(finding, location)),
    )


def _lines(finding: Diagnostic, location: Location) -> _Lines:
    """Lines of the file that is named; those of an entry inside an EPUB are told in words."""
    begin = location.start.line if location.start and not location.is_inside else 1
    end = location.end.line if location.end else begin
    return _Lines(begin=begin, end=max(begin, end))
