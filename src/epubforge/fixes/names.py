"""The ids of one chapter, by which a place that needs another id gets one that nothing has."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import unquote

from epubforge.source import SourceFile

WRITTEN = re.compile(r"(?:(?<=[{\s])#|\bid\s*=\s*[\"']?)([^\s}\"'<>]+)")
"""An id as it is written, in our attributes and in raw HTML."""
_LINKED = re.compile(r"(?<![{\s])#([\w.-]+)")
"""Whatever may be a link to an id, also in attributes and raw HTML."""


class Names:
    """The ids of one chapter, and which of them a link leads to."""

    def __init__(self, source: SourceFile, ids: Iterable[str], targets: Iterable[str]) -> None:
        self._linked = {unquote(target.partition("#")[2]) for target in targets}
        self._linked |= {each[1] for each in _LINKED.finditer(source.text)}
        self._taken = {*ids, *(each[1] for each in WRITTEN.finditer(source.text))}
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
