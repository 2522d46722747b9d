"""What is to be reported, and on what kind of screen."""

from __future__ import annotations

from dataclasses import dataclass

from epubforge.diagnostics import Diagnostic, Severity


@dataclass(frozen=True, slots=True)
class Report:
    """The judged findings of one run, in the order in which they are shown."""

    findings: tuple[Diagnostic, ...]
    project: str | None = None
    """The project's path as it is shown; None where finished EPUBs were checked."""
    bar: Severity | None = Severity.ERROR
    """The least grave finding that fails the run; None: none does."""

    def fails(self, finding: Diagnostic) -> bool:
        """Whether a finding is grave enough to fail the run."""
        return self.bar is not None and finding.grade.rank <= self.bar.rank

    @property
    def counts(self) -> dict[Severity, int]:
        """How many findings there are of each severity; the gravest first, zeros kept."""
        grades = [finding.grade for finding in self.findings]
        return {severity: grades.count(severity) for severity in Severity}


@dataclass(frozen=True, slots=True)
class Screen:
    """Where a report will be read."""

    color: bool = False
    encoding: str = "utf-8"
    """What cannot be written in it is escaped."""
    width: int = 100
    """Cells in a line; longer lines of the manuscript are cut around the place."""
