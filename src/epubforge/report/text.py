"""Findings for people: the place, what is wrong, the line of the manuscript, what to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from epubforge.diagnostics import Diagnostic, Severity
from epubforge.report.excerpt import excerpt
from epubforge.report.places import Location, locate
from epubforge.report.report import Report, Screen
from epubforge.report.safe import printable, visible
from epubforge.report.words import also, told
from epubforge.source import Span

COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
"""Codes of ECMA-48: red, yellow, cyan."""


def text(report: Report, screen: Screen) -> str:
    """Every finding with its line and hint, an empty line after each; nothing for none."""
    return "".join("\n".join(_finding(finding, screen)) + "\n\n" for finding in report.findings)


def summary_line(counts: Mapping[Severity, int]) -> str:
    """How many findings there are: `2 errors, 1 warning`; `no findings`."""
    words = [
        f"{count} {severity.value}{'' if count == 1 else 's'}"
        for severity, count in counts.items()
        if count
    ]
    return ", ".join(words) or "no findings"


def _finding(finding: Diagnostic, screen: Screen) -> Iterator[str]:
    rule, location = finding.rule, locate(finding)
    grade = _colored(finding.grade.value, COLORS[finding.grade], screen)
    place = _colored(visible(_place(location, finding)), "1", screen)
    yield printable(f"{place}: {grade} {rule.code} {rule.name}: {told(finding)}", screen.encoding)
    if isinstance(finding.place, Span) and location.start:
        yield from _source(finding.place, location.start.line, COLORS[finding.grade], screen)
    if finding.hint:
        yield printable(f"  hint: {visible(finding.hint)}", screen.encoding)
    if finding.also:
        yield printable(f"  also: {also(finding)}", screen.encoding)


def _place(location: Location, finding: Diagnostic) -> str:
    place = location.file
    if not isinstance(finding.place, Span) and location.page:
        place += f"!/{location.page}"
    if location.start:
        place += f":{location.start.line}:{location.start.column}"
    return place


def _source(span: Span, line: int, color: str, screen: Screen) -> Iterator[str]:
    number = f"{line:>5} | "
    shown = excerpt(span, screen.width - len(number), screen.encoding)
    yield f"{number}{shown.text}".rstrip()
    yield f"{'| ':>{len(number)}}{_colored_mark(shown.mark, color, screen)}"


def _colored_mark(mark: str, color: str, screen: Screen) -> str:
    blanks = len(mark) - len(mark.lstrip())
    return mark[:blanks] + _colored(mark[blanks:], color, screen)


def _colored(words: str, color: str, screen: Screen) -> str:
    return f"\x1b[{color}m{words}\x1b[0m" if screen.color else words
