"""A finding in one sentence, for reports that have a single field for it."""

from __future__ import annotations

from epubforge.diagnostics import Diagnostic
from epubforge.report.places import Location
from epubforge.report.safe import visible


def sentence(finding: Diagnostic, location: Location) -> str:
    """What is wrong and what to do; for a place inside an EPUB also where it is.

    Nothing in it moves a terminal or commands a build server.
    """
    said = visible(finding.message)
    if location.is_inside and location.page:
        said += f", in {visible(location.page)}"
        if location.start:
            said += f":{location.start.line}:{location.start.column}"
    return f"{said} (hint: {visible(finding.hint)})" if finding.hint else said
