"""Findings for programs, as one JSON object."""

from __future__ import annotations

import json as encoder
from typing import TypedDict

from epubforge import __version__
from epubforge.diagnostics import Diagnostic
from epubforge.report.places import locate
from epubforge.report.report import Report, Screen
from epubforge.report.safe import COMMAND

SCHEMA_VERSION = 1
"""Goes up when a program that reads the report would have to change."""


class Also(TypedDict):
    """What another tool says of the same fault."""

    source: str
    source_code: str | None
    severity: str
    message: str


class Finding(TypedDict):
    """One finding, its members in the order in which they are written."""

    code: str
    name: str
    severity: str
    blocking: bool
    message: str
    hint: str | None
    file: str
    line: int | None
    column: int | None
    end_line: int | None
    end_column: int | None
    page: str | None
    source: str
    source_code: str | None
    equivalent: str | None
    also: list[Also]


def json(report: Report, screen: Screen) -> str:
    """The whole report, in ASCII alone, so that it goes through every console and pipe."""
    content = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "epubforge", "version": __version__},
        "project": report.project,
        "summary": {severity.value: count for severity, count in report.counts.items()},
        "findings": [finding_of(finding) for finding in report.findings],
    }
    return harmless_json(encoder.dumps(content, indent=2, ensure_ascii=True)) + "\n"


def one_line(content: object) -> str:
    """A value as JSON in one line, in ASCII alone."""
    return harmless_json(encoder.dumps(content, ensure_ascii=True))


def harmless_json(written: str) -> str:
    """JSON of the same meaning in which no build server finds a command."""
    return COMMAND.sub(r"\\u0023", written)


def finding_of(finding: Diagnostic) -> Finding:
    """A finding with its place in lines and columns."""
    location = locate(finding)
    start, end = location.start, location.end
    return Finding(
        code=finding.rule.code,
        name=finding.rule.name,
        severity=finding.grade.value,
        blocking=finding.rule.blocking,
        message=finding.message,
        hint=finding.hint,
        file=location.file,
        line=start.line if start else None,
        column=start.column if start else None,
        end_line=end.line if end else None,
        end_column=end.column if end else None,
        page=location.page,
        source=finding.origin,
        source_code=finding.source_code,
        equivalent=finding.rule.equivalent,
        also=[_also(each) for each in finding.also],
    )


def _also(said: Diagnostic) -> Also:
    return Also(
        source=said.origin,
        source_code=said.source_code,
        severity=said.grade.value,
        message=said.message,
    )
