"""An id that is given twice: the second one, to which nothing leads, gets another name."""

from __future__ import annotations

from epubforge.diagnostics import Diagnostic, Fix
from epubforge.fixes.bench import Bench
from epubforge.fixes.names import WRITTEN
from epubforge.source import Span


def of_id(finding: Diagnostic, bench: Bench) -> Fix | None:
    """M030: `{#mine}` becomes `{#mine-2}`, unless a link leads to `#mine`: it may mean this one."""
    place = finding.place
    if not isinstance(place, Span) or place.source.path not in bench.documents:
        return None
    found = list(WRITTEN.finditer(place.source.text, place.start, place.end))
    if len(found) != 1:
        return None
    new = bench.names(place.source.path).another(found[0][1])
    return Fix.of(place.source.span(*found[0].span(1)), new) if new else None
