"""A finding in one sentence, for reports that have a single field for it."""

from __future__ import annotations

from epubforge.diagnostics import Diagnostic, Origin
from epubforge.report.places import Location
from epubforge.report.safe import visible

TOOLS: dict[Origin, str] = {"epubforge": "epubforge", "epubcheck": "EPUBCheck", "ace": "Ace"}


def told(finding: Diagnostic) -> str:
    """What is wrong, with the message's id where another tool says it; it moves no terminal."""
    code = f" ({visible(finding.source_code)})" if finding.source_code else ""
    return visible(finding.message) + code


def also(finding: Diagnostic) -> str:
    """Who else names the fault, and how: `EPUBCheck RSC-005, Ace image-alt`; empty for nobody."""
    names = (f"{TOOLS[each.origin]} {visible(each.source_code or '')}" for each in finding.also)
    return ", ".join(dict.fromkeys(names))


def sentence(finding: Diagnostic, location: Location) -> str:
    """What is wrong and what to do; for a place inside an EPUB also where it is.

    Nothing in it moves a terminal or commands a build server.
    """
    said = told(finding)
    if location.is_inside and location.page:
        said += f", in {visible(location.page)}"
        if location.start:
            said += f":{location.start.line}:{location.start.column}"
    if finding.also:
        said += f" (also: {also(finding)})"
    return f"{said} (hint: {visible(finding.hint)})" if finding.hint else said
