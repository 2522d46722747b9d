"""Findings as the Markdown page that GitHub shows below a job.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions#adding-a-job-summary
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic
from epubforge.report.places import locate
from epubforge.report.report import Report, Screen
from epubforge.report.safe import visible
from epubforge.report.text import summary_line
from epubforge.report.words import told

_MOST_BYTES = 500_000
"""GitHub drops a summary of more than one MiB; other steps of the job want to say something too."""
_MARKUP = re.compile(r"[\\`*_{}\[\]<>()#+!|~&@]")


def step_summary(report: Report, screen: Screen) -> str:
    """How many findings there are, and a table of them, the gravest first."""
    return "".join(_lines(report))


def _lines(report: Report) -> Iterator[str]:
    heading = f"## epubforge: {summary_line(report.counts)}\n\n"
    yield heading
    if not report.findings:
        return
    yield "| | where | what |\n|---|---|---|\n"
    room = _MOST_BYTES
    gravest = sorted(report.findings, key=lambda finding: finding.grade.rank)
    for number, finding in enumerate(gravest):
        row = _row(finding)
        room -= len(row.encode())
        if room < 0:
            yield f"\n{len(gravest) - number} further findings are in the log.\n"
            return
        yield row


def _row(finding: Diagnostic) -> str:
    location, rule = locate(finding), finding.rule
    place = f"{location.file}!/{location.page}" if location.is_inside else location.file
    if location.start:
        place += f":{location.start.line}:{location.start.column}"
    hint = f"<br>*{_plain(finding.hint)}*" if finding.hint else ""
    what = f"{rule.code} {rule.name}: {_plain(told(finding))}{hint}"
    return f"| {finding.grade.value} | {_plain(place)} | {what} |\n"


def _plain(text: str) -> str:
    """Text in which Markdown sees no markup, and GitHub no name of a person."""
    return _MARKUP.sub(lambda sign: f"&#{ord(sign[0])};", visible(text))
