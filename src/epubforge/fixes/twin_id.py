"""An id that is given twice: the second one, to which nothing leads, gets another name."""

from __future__ import annotations

import re
from urllib.parse import unquote

from epubforge.diagnostics import Diagnostic, Fix
from epubforge.fixes.bench import Bench
from epubforge.source import SourceFile, Span

_ID = re.compile(r"(?:(?<=[{\s])#|\bid\s*=\s*[\"']?)([^\s}\"'<>]+)")

_LINKED = re.compile(r"(?<![{\s])#([\w.-]+)")
"""Whatever may be a link to an id, also in attributes and raw HTML."""


def of_id(finding: Diagnostic, bench: Bench) -> Fix | None:
    """M030: `{#mine}` becomes `{#mine-2}`, unless a link leads to `#mine`: it may mean this one."""
    place = finding.place
    if not isinstance(place, Span) or place.source.path not in bench.documents:
        return None
    found = list(_ID.finditer(place.source.text, place.start, place.end))
    if len(found) != 1:
        return None
    names = bench.names.get(place.source.path)
    if names is None:
        names = bench.names[place.source.path] = Names(place.source, bench)
    new = names.another(found[0][1])
    return Fix.of(place.source.span(*found[0].span(1)), new) if new else None


class Names:
    """The ids of one chapter, and which of them a link leads to."""

    def __init__(self, source: SourceFile, bench: Bench) -> None:
        links = (link for each in bench.documents.values() for link in each.outline.links)
        self._linked = {unquote(link.target.partition("#")[2]) for link in links}
        self._linked |= {each[1] for each in _LINKED.finditer(source.text)}
        self._taken = {*bench.ids(source.path), *(each[1] for each in _ID.finditer(source.text))}
        self._counts: dict[str, int] = {}

    def another(self, ident: str) -> str | None:
        """A new id for a second place of that one; None where a link leads to it."""
        if ident in self._linked:
            return None
        number = self._counts.get(ident, 2)
        while f"{ident}-{number}" in self._taken:
            number += 1
        self._counts[ident] = number + 1
        return f"{ident}-{number}"
