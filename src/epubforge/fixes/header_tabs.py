"""Tabs in a YAML header, which YAML does not allow, become blanks."""

from __future__ import annotations

import re

from epubforge.diagnostics import Diagnostic, Fix, Replacement
from epubforge.fixes.bench import Bench
from epubforge.markdown.frontmatter import split_header
from epubforge.source import SourceFile, Span

_HEADER = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
_INDENT = re.compile(r"^[ ]*\t[ \t]*", re.MULTILINE)
_AFTER_COLON = re.compile(r"(?<=:)\t+")


def of_header(finding: Diagnostic, bench: Bench) -> Fix | None:
    """M001: the header with blanks for tabs, if it can be read then."""
    place = finding.place
    header = _HEADER.match(place.source.text) if isinstance(place, Span) else None
    if header is None or not isinstance(place, Span):
        return None
    source = place.source
    tabs = [
        Replacement(source.span(*found.span()), text.replace("\t", " " * width))
        for pattern, width in ((_INDENT, 2), (_AFTER_COLON, 1))
        for found in pattern.finditer(source.text, header.start(1), header.end(1))
        for text in (found[0],)
    ]
    read = split_header(_with(source, tabs)).found
    if not tabs or any(each.rule == finding.rule for each in read):
        return None
    return Fix(tuple(sorted(tabs, key=lambda each: each.span.start)))


def _with(source: SourceFile, pieces: list[Replacement]) -> SourceFile:
    text = source.text
    for piece in sorted(pieces, key=lambda each: -each.span.start):
        text = text[: piece.span.start] + piece.text + text[piece.span.end :]
    return SourceFile(source.path, text)
