"""Destinations that all but name a file: another case, backslashes, a file that moved."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from markdown_it.common.utils import unescapeAll

from epubforge.compose.destinations import Files
from epubforge.diagnostics import Diagnostic, Fix
from epubforge.fixes.bench import Bench
from epubforge.markdown.ids import slug
from epubforge.source import Span

_PAGE = re.compile(r"\.x?html?\Z", re.IGNORECASE)
_CHAPTERS = (".md", ".markdown")
_COMMON = frozenset({"index", "readme"})
"""Stems that many folders have: such a name alone does not say which file is meant."""
_INLINE = re.compile(
    r"\]\(\s*(?:<([^>\n]*)>|([^\s<][^\s]*?)(?=[\s)]))"
    r"|(?:src|href)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')"
)
_DEFINED = re.compile(r"^[ \t>]*\[[^\]\n]+\]:[ \t]*(?:<([^>\n]*)>|(\S+))", re.MULTILINE)
_TO_ENCODE = re.compile(r"[\s()<>\\\"'%]")


@dataclass(frozen=True, slots=True)
class _Use:
    """A destination: what it is, how it is written, and where."""

    target: str
    written: str
    span: Span
    source: str
    """The path of the chapter that shows the link or the picture."""

    @property
    def meant(self) -> str:
        """With `/` for the backslashes of Windows, some of which Markdown takes away."""
        return self.written.replace("\\", "/") if "\\" in self.written else self.target

    def to(self, path: str, fragment: str = "") -> Fix | None:
        """The fix that names a file of the project instead."""
        name = posixpath.relpath(path, posixpath.dirname(self.source) or ".")
        return self.becomes(_TO_ENCODE.sub(_encoded, name) + fragment)

    def becomes(self, new: str) -> Fix | None:
        """The fix that writes another destination."""
        return Fix.of(self.span, new) if new != self.written else None


def of_link(finding: Diagnostic, bench: Bench) -> Fix | None:
    """L001: the link leads to the chapter that it all but names."""
    use = _use(finding, bench)
    path, mark, fragment = use.meant.partition("#") if use else ("", "", "")
    if use is None or not path or bench.exists(use.target, use.source):
        return None
    found = _named(bench.pages, _pages(path), use.source) or _moved(bench.chapters, path)
    return use.to(found, mark + fragment) if found else None


def of_picture(finding: Diagnostic, bench: Bench) -> Fix | None:
    """I001 and I002: the picture is the one that is all but named."""
    use = _use(finding, bench)
    if use is None or bench.exists(use.target, use.source):
        return None
    found = _named(bench.images, _spellings(use.meant), use.source)
    found = found or _same_tail(bench.pictures, use.meant)
    return use.to(found) if found else None


def of_case(finding: Diagnostic, bench: Bench) -> Fix | None:
    """L003: the name is spelled as the disk spells it."""
    use = _use(finding, bench)
    for files in (bench.pages, bench.images) if use else ():
        named = files.find(use.target, use.source) if use else None
        if use and named is not None and not named.as_spelled:
            return use.to(named.path, f"#{use.target.partition('#')[2]}" if named.fragment else "")
    return None


def of_fragment(finding: Diagnostic, bench: Bench) -> Fix | None:
    """L002: the link leads to the one place whose name differs in case, blanks or hyphens only."""
    use = _use(finding, bench)
    if use is None:
        return None
    path, _, fragment = use.target.partition("#")
    named = bench.pages.find(path, use.source) if path else None
    chapter = named.path if named else use.source
    if (path and named is None) or chapter not in bench.documents:
        return None
    wanted = _folded(unquote(fragment))
    like = [ident for ident in bench.ids(chapter) if _folded(ident) == wanted]
    return use.becomes(f"{use.written.partition('#')[0]}#{like[0]}") if len(like) == 1 else None


def _use(finding: Diagnostic, bench: Bench) -> _Use | None:
    """The destination where it is written: at the finding's place, or in the one definition."""
    place = finding.place
    target = bench.target(place) if isinstance(place, Span) else None
    if target is None or not isinstance(place, Span):
        return None
    text = place.source.text
    for found in (_INLINE.finditer(text, place.start, place.end), _DEFINED.finditer(text)):
        groups = [(each, each.lastindex or 0) for each in found]
        same = [(each, at) for each, at in groups if unescapeAll(each[at]) == target]
        if len(same) == 1:
            each, at = same[0]
            return _Use(target, each[at], place.source.span(*each.span(at)), place.source.path)
    return None


def _folded(place: str) -> str:
    return slug(place.replace("_", " ").replace("-", " "))


def _spellings(target: str) -> Iterator[str]:
    """The destination with `/` between folders, decoded, and without the root before it."""
    plain = target.replace("\\", "/")
    for _ in range(3):
        yield plain
        if plain.startswith("/"):
            yield plain.lstrip("/")
        plain = unquote(plain)


def _pages(path: str) -> Iterator[str]:
    for name in _spellings(path):
        yield name
        stem = _PAGE.sub("", name)
        if stem != name or not posixpath.splitext(name)[1]:
            yield from (stem.rstrip("/") + ending for ending in _CHAPTERS)


def _named(files: Files, readings: Iterable[str], source: str) -> str | None:
    found = (files.find(name, source) for name in readings)
    return next((named.path for named in found if named is not None), None)


def _moved(chapters: Sequence[str], path: str) -> str | None:
    """The one chapter whose file has that name, wherever it lies."""
    names = {posixpath.basename(name).casefold() for name in _pages(path)}
    names = {name for name in names if posixpath.splitext(name)[0] not in _COMMON}
    found = [each for each in chapters if posixpath.basename(each).casefold() in names]
    return found[0] if len(found) == 1 else None


def _same_tail(pictures: Sequence[str], target: str) -> str | None:
    """The one picture whose path ends like the destination, with a folder at least: a chapter that
    was moved up or down names its pictures from where it was."""
    tail = unquote(target).casefold()
    while tail.startswith(("../", "./")):
        tail = tail.partition("/")[2]
    found = [each for each in pictures if f"/{each}".casefold().endswith(f"/{tail}")]
    return found[0] if len(found) == 1 and "/" in tail else None


def _encoded(sign: re.Match[str]) -> str:
    return f"%{ord(sign[0]):02X}"
