"""A chapter's text and those that it includes, laid one behind the other to be parsed as one."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from typing import Final, TypeVar

from epubforge.diagnostics import Diagnostic, Fix, Ignore, Replacement
from epubforge.markdown.frontmatter import split_header
from epubforge.model.document import (
    Anchor,
    Citation,
    Heading,
    IndexTerm,
    LinkUse,
    MadeList,
    MarkdownSettings,
    MediaUse,
    Note,
    Numbered,
    Outline,
    PictureUse,
    PrintPage,
)
from epubforge.source import SourceFile, Span

DIRECTIVE: Final = re.compile(r"\{\{[ \t]*+include[ \t]++(?P<words>[^{}\n]{1,1000}+)\}\}")
_OPTION: Final = re.compile(r"\s+(?P<key>[\w-]+)[ \t]*=[ \t]*(?P<value>\S*)\Z")

_Placed = TypeVar(
    "_Placed", Anchor, Citation, Heading, IndexTerm, LinkUse, MadeList, MediaUse, Note, Numbered,
    PictureUse, PrintPage,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Include:
    """What `{{include path lines=3-9}}` says."""

    path: str
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One file in the common text."""

    source: SourceFile
    begin: int
    """Its first character in the common text."""
    first_line: int
    """Its first line in the common text, counted from 0."""
    lines: int
    header_lines: int = 0


@dataclass(frozen=True, slots=True)
class Texts:
    """The common text, and where each file stands in it; the chapter is the first."""

    text: str
    parts: tuple[Part, ...]
    files: tuple[tuple[str, SourceFile], ...] = ()
    refused: tuple[tuple[str, str], ...] = ()
    common: SourceFile = field(default=SourceFile("", ""))
    """What places refer to until they are brought home."""

    def part_at(self, offset: int) -> Part:
        """The file that an offset of the common text lies in."""
        begins = [part.begin for part in self.parts]
        return self.parts[max(0, bisect_right(begins, offset) - 1)]

    def at_line(self, line: int) -> tuple[SourceFile, int]:
        """The file, and the line in it, of a line of the common text; both from 1."""
        part = next(each for each in reversed(self.parts) if each.first_line < line)
        return part.source, line - part.first_line

    def part_of(self, path: str, including: SourceFile) -> Part | None:
        """The file that a path means: from the folder of the text that names it, or the root."""
        found = named(dict(self.files), path, including)
        return next((part for part in self.parts[1:] if part.source is found), None)

    def home(self, span: Span) -> Span:
        """A place of the common text as a place of the file that it is in."""
        if span.source is not self.common:
            return span
        part = self.part_at(span.start)
        last = len(part.source.text)
        start, end = span.start - part.begin, span.end - part.begin
        return part.source.span(min(start, last), min(max(start, end), last))


def gather(source: SourceFile, text: str, settings: MarkdownSettings) -> Texts:
    """The texts that a chapter and its includes bring in, each once; headers are blanked out."""
    alone = Texts(text, (Part(source, 0, 0, text.count("\n") + 1),), common=source)
    if "include" not in text or not DIRECTIVE.search(text):
        return alone
    files = dict(settings.includes)
    parts, waiting = list(alone.parts), [source]
    pieces = [text if text.endswith("\n") else f"{text}\n"]
    parts[0] = replace(parts[0], lines=pieces[0].count("\n"))
    begin, line = len(pieces[0]), parts[0].lines
    for including in waiting:
        for found in DIRECTIVE.finditer(including.text):
            included = named(files, understood(found["words"]).path, including)
            if included is None or any(known.source is included for known in parts[1:]):
                continue
            part = _part(included, begin, line)
            pieces.append(included.text.rstrip("\n") + "\n")
            begin, line = begin + len(pieces[-1]), line + part.lines
            parts.append(part)
            waiting.append(included)
    whole = "".join(pieces)
    common = SourceFile(source.path, whole)
    return Texts(whole, tuple(parts), settings.includes, settings.refused, common)


def _part(source: SourceFile, begin: int, line: int) -> Part:
    header = source.text.count("\n", 0, split_header(source).value.end)
    # The line that closes the header belongs to it.
    header += bool(split_header(source).value.end)
    return Part(source, begin, line, source.text.rstrip("\n").count("\n") + 1, header)


def named(files: dict[str, SourceFile], path: str, including: SourceFile) -> SourceFile | None:
    """The file that a path means in a text."""
    path = unicodedata.normalize("NFC", path)
    near = posixpath.normpath(posixpath.join(posixpath.dirname(including.path), path))
    return files.get(near) or files.get(posixpath.normpath(path)) or files.get(path)


def understood(words: str) -> Include:
    """The path and the options between the braces."""
    options: list[tuple[str, str]] = []
    rest = words.strip()
    while found := _OPTION.search(rest):
        options.insert(0, (found["key"], found["value"]))
        rest = rest[: found.start()]
    if len(rest) > 1 and rest[0] == rest[-1] and rest[0] in "\"'":
        rest = rest[1:-1].strip()
    return Include(rest, tuple(options))


def outline_at_home(outline: Outline, texts: Texts) -> Outline:
    """The outline with each place in the file that it is in."""

    def moved(items: tuple[_Placed, ...]) -> tuple[_Placed, ...]:
        return tuple(replace(item, span=texts.home(item.span)) for item in items)

    first = outline.first_block
    return replace(
        outline,
        headings=moved(outline.headings),
        pictures=moved(outline.pictures),
        links=moved(outline.links),
        anchors=moved(outline.anchors),
        numbered=moved(outline.numbered),
        print_pages=moved(outline.print_pages),
        terms=moved(outline.terms),
        lists=moved(outline.lists),
        citations=moved(outline.citations),
        media=moved(outline.media),
        notes=moved(outline.notes),
        ignores=tuple(_ignore_at_home(ignore, texts) for ignore in outline.ignores),
        first_block=texts.home(first) if first is not None else None,
    )


def _ignore_at_home(ignore: Ignore, texts: Texts) -> Ignore:
    covers = texts.home(ignore.covers) if ignore.covers is not None else None
    return replace(ignore, place=texts.home(ignore.place), covers=covers)


def finding_at_home(found: Diagnostic, texts: Texts) -> Diagnostic:
    """A finding with its places in the file that they are in."""
    place = texts.home(found.place) if isinstance(found.place, Span) else found.place
    fix = found.fix
    if fix is not None:
        moved = (Replacement(texts.home(each.span), each.text) for each in fix.replacements)
        fix = Fix(tuple(moved))
    return replace(found, place=place, fix=fix)
