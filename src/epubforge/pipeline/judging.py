"""What was found becomes what is shown: ignores heeded, duplicates gone, in the book's order."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from epubforge.diagnostics import (
    Diagnostic,
    Ignore,
    Place,
    Policy,
    Rule,
    Severity,
    judge,
    names_of,
)
from epubforge.project.globs import is_glob, pattern
from epubforge.project.natural import NaturalKey, natural
from epubforge.project.suggest import did_you_mean
from epubforge.source import EntryPlace, SourceFile, Span

if TYPE_CHECKING:
    from epubforge.model.document import Document
    from epubforge.model.project import Entry, Project

IGNORE_UNUSED = Rule(
    "M115",
    "ignore-unused",
    Severity.NOTE,
    """An ignore hides no finding.

Why it matters
    The fault was mended, or stands elsewhere. Left where it is, the ignore would hide the next
    fault of its kind without a word.
Bad
    <!-- epubforge: ignore A001 the portrait is described in the text -->

    No picture in sight.
Good
    <!-- epubforge: ignore A007 the words are part of its title -->

    ![Image of a saint, icon, Novgorod](../images/icon.jpg)
""",
)
IGNORE_UNKNOWN = Rule(
    "M116",
    "ignore-unknown-rule",
    Severity.NOTE,
    """An ignore names a rule that there is not.

Why it matters
    It hides nothing, and the finding that you wanted to be rid of comes again.
Bad
    [checks]
    ignore = ["unused-pictures"]
Good
    [checks]
    ignore = ["unused-picture"]
""",
)
IGNORE_BLOCKING = Rule(
    "M117",
    "ignore-of-blocking-rule",
    Severity.NOTE,
    """An ignore names a rule whose findings stop the book.

Why it matters
    Such findings mean that something is missing from the book, is unsafe, or makes it invalid. The
    book would be wrong without a word, so they cannot be ignored.
Bad
    <!-- epubforge: ignore I001 the picture comes later -->

    ![The mine](../images/mine.jpg)
Good
    The text without the picture, or with one that is there.
""",
)

_OWN = frozenset(
    name for rule in (IGNORE_UNUSED, IGNORE_UNKNOWN, IGNORE_BLOCKING)
    for name in (rule.code, rule.name)
)  # fmt: skip
_OTHER_TOOLS = re.compile(r"(?:[EX]\d{3}|[A-Z]{3}-\d{3}[a-z]?|(?:epubcheck|ace)-.+)\Z")
"""Rules and messages of other programs: whether they find anything depends on who is asked."""


def judged(
    found: Iterable[Diagnostic], project: Project | None, documents: Sequence[Document] = ()
) -> tuple[Diagnostic, ...]:
    """The findings that count, in the book's order: the settings first, then its chapters."""
    if project is None:
        return judge(found, Policy())
    policy = project.settings.checks
    listed = Ignores(project, documents)
    kept = [_without(each, listed) for each in _seen(found) if not listed.hide(each)]
    kept += [note for note in listed.notes() if not listed.hide(note)]
    return tuple(sorted(judge(kept, policy), key=_Order(project).of))


def _without(finding: Diagnostic, listed: Ignores) -> Diagnostic:
    """The finding without what other tools say of it, where the author passes over their message.

    Whoever passes over ours passes over theirs of the same fault.
    """
    if not finding.also:
        return finding
    return replace(finding, also=tuple(each for each in finding.also if not listed.hide(each)))


def _seen(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings without those of a text that could not be read: it is not empty, but unseen."""
    found = list(found)
    unread = {_text(each) for each in found if each.rule.blocking} - {None}
    return [each for each in found if each.rule.blocking or _text(each) not in unread]


def _text(finding: Diagnostic) -> str | None:
    """The path of the text that a finding is about, if it is told of one without a letter."""
    place = finding.place
    return place.source.path if isinstance(place, Span) and not place.source.text else None


class Ignores:
    """All that the author does not want to be told, and which of it was of use."""

    def __init__(self, project: Project, documents: Iterable[Document]) -> None:
        chapters = (each for document in documents for each in document.outline.ignores)
        # What several chapters include says the same in each of them.
        self._all = tuple(dict.fromkeys((*project.settings.checks.ignores, *chapters)))
        self._folder = project.settings_file.path.rpartition("/")[0]
        self._wide: dict[str, list[Ignore]] = {}
        self._stretches: dict[tuple[str, str], _Stretches] = {}
        for ignore in sorted(self._all, key=lambda each: each.covers.start if each.covers else 0):
            if ignore.covers is None:
                self._wide.setdefault(ignore.rule, []).append(ignore)
            else:
                key = (ignore.rule, ignore.covers.source.path)
                self._stretches.setdefault(key, _Stretches()).add(ignore, ignore.covers)
        self._used: set[Ignore] = set()

    def hide(self, finding: Diagnostic) -> bool:
        """Whether a finding is passed over; blocking ones never are."""
        if finding.rule.blocking or not self._all:
            return False
        names = names_of(finding)
        hiding = [each for name in names for each in self._hiding(name, finding.place)]
        self._used.update(hiding)
        return bool(hiding)

    def notes(self) -> Iterator[Diagnostic]:
        """What is wrong with the ignores themselves, once all findings were asked for."""
        idle = [each for each in self._all if each not in self._used and not _is_spared(each)]
        if not idle:
            return
        known = _known_rules()
        for ignore in idle:
            rule = known.get(ignore.rule)
            if rule is None:
                yield _unknown(ignore, known)
            elif rule.blocking:
                yield _blocking(ignore, rule)
            else:
                yield _unused(ignore)

    def _hiding(self, rule: str, place: Place) -> Iterator[Ignore]:
        path = place.source.path if isinstance(place, Span) else None
        for ignore in self._wide.get(rule, ()):
            if ignore.files is None or (path and self._matches(ignore.files, path)):
                yield ignore
        stretches = self._stretches.get((rule, path)) if path else None
        if stretches is not None and isinstance(place, Span):
            yield from stretches.around(place.start)

    def _matches(self, named: str, path: str) -> bool:
        """Whether a file, a folder or a glob means that path, from the root or the manuscript."""
        below = path.removeprefix(f"{self._folder}/") if self._folder else path
        if is_glob(named):
            return any(pattern(named).fullmatch(each) for each in (path, below))
        return any(f"{each}/".startswith(f"{named}/") for each in (path, below))


class _Stretches:
    """Ignores of one rule in one chapter, by the stretches that they cover."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._found: list[tuple[Ignore, Span]] = []
        self._reach: list[int] = []
        """How far the stretches up to here go at most."""

    def add(self, ignore: Ignore, covers: Span) -> None:
        """They come in the order of the text."""
        self._starts.append(covers.start)
        self._found.append((ignore, covers))
        self._reach.append(max(covers.end, self._reach[-1] if self._reach else 0))

    def around(self, offset: int) -> Iterator[Ignore]:
        """Those that cover an offset."""
        at = bisect_right(self._starts, offset) - 1
        while at >= 0 and self._reach[at] >= offset:
            ignore, covers = self._found[at]
            if covers.end >= offset:
                yield ignore
            at -= 1


def _is_spared(ignore: Ignore) -> bool:
    return ignore.rule in _OWN or is_of_another_tool(ignore.rule)


def is_of_another_tool(name: str) -> bool:
    """Whether a name means a message of EPUBCheck or Ace, which are not ours to know."""
    return bool(_OTHER_TOOLS.match(name))


def _known_rules() -> dict[str, Rule]:
    from epubforge.pipeline.rulebook import all_rules  # imports every room

    return {name: rule for rule in all_rules() for name in (rule.code, rule.name)}


def _unused(ignore: Ignore) -> Diagnostic:
    where = "the block below" if ignore.covers else ignore.files or "this book"
    message = f"{ignore.rule} finds nothing in {where}"
    return IGNORE_UNUSED.at(ignore.place, message, "take the ignore out")


def _unknown(ignore: Ignore, known: Iterable[str]) -> Diagnostic:
    message = f"there is no rule {ignore.rule}{did_you_mean(ignore.rule, known)}"
    hint = "`epubforge explain` lists all rules; write a rule's code or its name"
    return IGNORE_UNKNOWN.at(ignore.place, message, hint)


def _blocking(ignore: Ignore, rule: Rule) -> Diagnostic:
    message = f"{rule.code} {rule.name} stops the book, and cannot be ignored"
    return IGNORE_BLOCKING.at(ignore.place, message, "mend what it finds, and take the ignore out")


_Rank = tuple[int, int, NaturalKey]


class _Order:
    """The files of a project as its reader would meet them."""

    def __init__(self, project: Project) -> None:
        paths = (project.settings_file.path, *_paths(project, project.entries))
        self._ranks = {path: rank for rank, path in reversed(list(enumerate(paths)))}

    def of(self, finding: Diagnostic) -> _Rank:
        """Settings, chapters, other files by their names, and entries of the EPUB last."""
        place = finding.place
        if isinstance(place, EntryPlace):
            return (2, 0, natural(place.book))
        path = place.source.path
        if path in self._ranks:
            return (0, self._ranks[path], natural(""))
        return (1, 0, natural(path))


def _paths(project: Project, entries: Iterable[Entry]) -> Iterator[str]:
    from epubforge.model.project import Part, PlatesHere

    for entry in entries:
        match entry:
            case SourceFile():
                yield from _with_included(project, entry)
            case Part():
                if entry.index is not None:
                    yield from _with_included(project, entry.index)
                yield from _paths(project, entry.sources)
            case PlatesHere() if project.plates is not None:
                rows = (plate.caption for plate in project.plates.plates)
                yield from (row.span.source.path for row in rows if row)
            case PlatesHere():
                pass


def _with_included(project: Project, source: SourceFile) -> Iterator[str]:
    yield source.path
    yield from (text.path for _, text in project.included_in(source).files)
