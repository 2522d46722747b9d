"""Findings for programs that read line by line: each a JSON object of its own."""

from __future__ import annotations

from epubforge.report.json import finding_of, one_line
from epubforge.report.report import Report, Screen


def jsonl(report: Report, screen: Screen) -> str:
    """A line for each finding, with the members that it has in the JSON report; none for none."""
    return "".join(one_line(finding_of(finding)) + "\n" for finding in report.findings)
