"""Findings as SARIF 2.1.0, which GitHub's code scanning and many editors read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json as encoder
import re
from collections.abc import Mapping, Sequence
from urllib.parse import quote

from epubforge import __version__
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.report.fingerprint import fingerprints
from epubforge.report.json import harmless_json
from epubforge.report.places import Location, locate
from epubforge.report.report import Report, Screen
from epubforge.report.words import sentence

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
MOST_RESULTS = 25_000
"""GitHub refuses a run that holds more:
https://docs.github.com/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit"""
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_LINK = re.compile(r"\[(?=[^\]]*\]\()")
"""`[text](target)` in a message would become a link: SARIF 2.1.0, 3.11.6."""

Json = Mapping[str, object]


def sarif(report: Report, screen: Screen) -> str:
    """One run with the rules that were broken; of more results than are allowed the gravest."""
    gravest = sorted(report.findings, key=lambda finding: finding.grade.rank)[:MOST_RESULTS]
    rules = sorted({finding.rule for finding in gravest}, key=lambda rule: rule.code)
    numbers = {rule: number for number, rule in enumerate(rules)}
    named = zip(gravest, fingerprints(gravest), strict=True)
    run: dict[str, object] = {
        "tool": {"driver": {
            "name": "epubforge",
            "semanticVersion": __version__,
            "rules": [_rule(rule) for rule in rules],
        }},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(len(report.findings) - len(gravest))],
        "results": [_result(each, numbers[each.rule], known_by) for each, known_by in named],
    }  # fmt: skip
    content = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return harmless_json(encoder.dumps(content, indent=2, ensure_ascii=True)) + "\n"


def _invocation(left_out: int) -> Json:
    if not left_out:
        return {"executionSuccessful": True}
    text = f"{left_out} further findings were left out; the gravest are here"
    notification = {"level": "warning", "message": {"text": text}}
    return {"executionSuccessful": True, "toolExecutionNotifications": [notification]}


def _rule(rule: Rule) -> Json:
    first, _, rest = rule.page.strip().partition("\n")
    page = f"{first}\n{rest}".strip() or rule.name
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": first or rule.name},
        "fullDescription": {"text": first or rule.name},
        "help": {"text": page},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [*_tags(rule)]},
    }


def _tags(rule: Rule) -> Sequence[str]:
    return (rule.name, *((rule.equivalent,) if rule.equivalent else ()), *rule.ace)


def _result(finding: Diagnostic, rule: int, fingerprint: str) -> Json:
    location = locate(finding)
    result: dict[str, object] = {
        "ruleId": finding.rule.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.grade],
        "message": {"text": _LINK.sub(r"\\[", sentence(finding, location))},
        "locations": [_location(location)],
        "partialFingerprints": {"epubforge/v1": fingerprint},
    }
    told = {
        "source": finding.origin,
        "sourceCode": finding.source_code,
        "also": [f"{each.origin} {each.source_code}" for each in finding.also],
    }
    result["properties"] = {name: said for name, said in told.items() if said}
    return result


def _location(location: Location) -> Json:
    place: dict[str, object] = {"artifactLocation": _artifact(location.file)}
    region = _region(location)
    if region:
        place["region"] = region
    told: dict[str, object] = {"physicalLocation": place}
    if location.page:
        told["logicalLocations"] = [{"fullyQualifiedName": location.page, "kind": "resource"}]
    return told


def _artifact(file: str) -> Json:
    """Relative to the repository where the file lies in it, else as the URL of the file."""
    if re.match(r"/|[A-Za-z]:/", file):
        return {"uri": "file://" + ("" if file.startswith("/") else "/") + quote(file, safe="/:")}
    return {"uri": quote(file), "uriBaseId": "%SRCROOT%"}


def _region(location: Location) -> Json | None:
    start, end = location.start, location.end
    if start is None or location.is_inside:
        return None
    region = {"startLine": start.line, "startColumn": start.column}
    if end is not None:
        region |= {"endLine": end.line, "endColumn": end.column}
    return region
