"""Findings as workflow commands, which GitHub shows as notes beside the lines of a change.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from epubforge.diagnostics import Diagnostic, Severity
from epubforge.report.places import Location, locate
from epubforge.report.report import Report, Screen
from epubforge.report.safe import visible
from epubforge.report.words import sentence

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_IN_DATA = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
_IN_PROPERTY = (*_IN_DATA, (":", "%3A"), (",", "%2C"))


def github(report: Report, screen: Screen) -> str:
    """A command for each finding; the gravest first, for of each kind GitHub shows ten a step."""
    gravest = sorted(report.findings, key=lambda finding: finding.grade.rank)
    return "".join(_command(finding) + "\n" for finding in gravest)


def _command(finding: Diagnostic) -> str:
    location = locate(finding)
    properties = {"file": visible(location.file)} | _lines(location)
    properties["title"] = f"{finding.rule.code} {finding.rule.name}"
    listed = ",".join(f"{name}={_escaped(said, True)}" for name, said in properties.items())
    message = _escaped(sentence(finding, location), False)
    return f"::{_COMMANDS[finding.grade]} {listed}::{message}"


def _lines(location: Location) -> dict[str, str]:
    """Columns only where the place is in one line: GitHub refuses others."""
    start, end = location.start, location.end
    if start is None or location.is_inside:
        return {}
    if end is None:
        return {"line": str(start.line), "col": str(start.column)}
    told = {"line": str(start.line), "endLine": str(end.line)}
    if start.line == end.line:
        told |= {"col": str(start.column), "endColumn": str(end.column)}
    return told


def _escaped(text: str, in_property: bool) -> str:
    for sign, escape in _IN_PROPERTY if in_property else _IN_DATA:
        text = text.replace(sign, escape)
    return text
