"""A `:::` block that is open at the end of its chapter gets its end."""

from __future__ import annotations

from epubforge.diagnostics import Diagnostic, Fix
from epubforge.fixes.bench import Bench
from epubforge.source import Span


def of_block(finding: Diagnostic, bench: Bench) -> Fix | None:
    """M010: `:::` below the last line; inside quotes and lists nobody knows where."""
    place = finding.place
    if not isinstance(place, Span):
        return None
    text = place.source.text
    if place.start and text[place.start - 1] != "\n":
        return None
    end = ":::\n" if text.endswith("\n") else "\n:::\n"
    return Fix.of(place.source.span(len(text)), end)
