"""A project's findings mended where that is safe: round after round, until nothing is left."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from epubforge.diagnostics import Diagnostic, Fix
from epubforge.fixes.apply import Original, apart
from epubforge.fixes.propose import with_fixes
from epubforge.fixes.read import reads_the_same
from epubforge.model.document import Document
from epubforge.model.project import Entry, Part, PlatesHere, Project
from epubforge.pipeline.judging import judged
from epubforge.pipeline.recipe import load, publish
from epubforge.pipeline.run import Run
from epubforge.pipeline.workshop import workshop
from epubforge.project.inside import spelled
from epubforge.source import SourceFile, Span

ROUNDS = 40
"""A fix may make room for another that it met; there is no end to what could be asked for."""


class MendError(Exception):
    """A file cannot be written; the message says why in one line."""


@dataclass(frozen=True, slots=True)
class Change:
    """A file of the manuscript before and after."""

    before: Original
    after: Original


@dataclass(frozen=True, slots=True)
class Mended:
    """What mending changes in a project; nothing is written yet."""

    root: Path
    changes: tuple[Change, ...] = ()
    findings: int = 0
    """How many it mends."""


def mend(start: Path | str = ".", run: Run | None = None) -> Mended:
    """All safe fixes of a project. A reader reads after them what he read before: each changed
    chapter is read again, and a fix that changes a word of it is not made.

    Raises ProjectError where there is no project.
    """
    run = run or Run()
    loaded = load(start, run)
    if loaded.value is None:
        return Mended(Path(start))
    with workshop() as folder:
        return _Mending(loaded.value, folder, run, loaded.found).all()


def write(mended: Mended) -> None:
    """Put the changed files in the place of the old ones, each whole or not at all.

    Raises MendError for the first that cannot be written, or that was changed meanwhile.
    """
    for change in mended.changes:
        location = _location(mended.root, change.before.path)
        try:
            if location is None or location.read_bytes() != change.before.data:
                raise MendError(f"{change.before.path} was changed meanwhile; run it again")
            _write(location, change.after.data)
        except OSError as fault:
            reason = (fault.strerror or "it cannot be written").lower()
            message = f"{change.before.path} cannot be written: {reason}"
            raise MendError(message) from fault


class _Mending:
    """The rounds."""

    def __init__(
        self, project: Project, folder: Path, run: Run, found: Sequence[Diagnostic]
    ) -> None:
        self._project, self._run, self._folder = project, run, folder
        self._loaded = tuple(found)
        self._before = _originals(project)
        self._now = dict(self._before)
        self._refused: set[Fix] = set()
        self._alone: set[str] = set()
        """Files whose fixes are tried one by one: together they changed what is read."""

    def all(self) -> Mended:
        documents, first = self._look(0)
        found = first
        for number in range(1, ROUNDS + 1):
            chosen = self._chosen(found)
            if not chosen:
                break
            kept = dict(self._now)
            for path, fixes in chosen.items():
                self._now[path] = kept[path].with_fixes(fixes)
            after, looked = self._look(number)
            bad = [path for path in chosen if not reads_the_same(documents[path], after[path])]
            for path in bad:
                self._now[path] = kept[path]
                self._refuse(path, chosen.pop(path))
            documents, found = self._look(number) if bad else (after, looked)
        changes = tuple(
            Change(before, self._now[path])
            for path, before in self._before.items()
            if self._now[path] != before
        )
        return Mended(self._project.root, changes, (_kinds(first) - _kinds(found)).total())

    def _look(self, number: int) -> tuple[Mapping[str, Document], tuple[Diagnostic, ...]]:
        """The chapters as they are now, and what is wrong with them."""
        texts = {path: original.source for path, original in self._now.items()}
        project = replace(self._project, entries=_with(self._project.entries, texts))
        folder = self._folder / str(number)
        folder.mkdir(exist_ok=True)
        published = publish(project, folder, self._run)
        documents = published.value.documents if published.value else ()
        found = judged(self._loaded + published.found, project, documents)
        return (
            {document.source.path: document for document in documents},
            with_fixes(found, project, documents),
        )

    def _chosen(self, found: Sequence[Diagnostic]) -> dict[str, tuple[Fix, ...]]:
        """For each file the fixes of this round."""
        fixes: dict[str, list[Fix]] = {}
        for finding in found:
            path = _file(finding.fix)
            if finding.fix and path in self._now and finding.fix not in self._refused:
                fixes.setdefault(path, []).append(finding.fix)
        chosen = {path: apart(each) for path, each in fixes.items()}
        return {path: each[:1] if path in self._alone else each for path, each in chosen.items()}

    def _refuse(self, path: str, fixes: Sequence[Fix]) -> None:
        if len(fixes) == 1:
            self._refused.update(fixes)
        self._alone.add(path)


def _file(fix: Fix | None) -> str:
    return fix.replacements[0].span.source.path if fix and fix.replacements else ""


def _kinds(found: Sequence[Diagnostic]) -> Counter[tuple[str, str]]:
    """How many findings there are of each rule in each file: places move while text is mended."""
    places = ((each.rule.code, each.place) for each in found)
    return Counter((code, place.source.path) for code, place in places if isinstance(place, Span))


def _originals(project: Project) -> dict[str, Original]:
    """The chapters whose files are as they were read; others are left alone."""
    found: dict[str, Original] = {}
    for source in project.sources():
        location = _location(project.root, source.path)
        original = Original.of(source.path, location.read_bytes()) if location else None
        if original is not None and original.source == source:
            found[source.path] = original
    return found


def _location(root: Path, path: str) -> Path | None:
    found = spelled(root, path)
    return Path(os.path.realpath(found)) if found and found.is_file() else None


def _with(entries: tuple[Entry, ...], texts: Mapping[str, SourceFile]) -> tuple[Entry, ...]:
    """The entries with other texts for those of the same paths."""

    def changed(entry: Entry) -> Entry:
        match entry:
            case SourceFile():
                return texts.get(entry.path, entry)
            case Part():
                index = texts.get(entry.index.path, entry.index) if entry.index else None
                return replace(entry, index=index, sources=_with(entry.sources, texts))
            case PlatesHere():
                return entry

    return tuple(map(changed, entries))


def _write(location: Path, data: bytes) -> None:
    if not os.access(location, os.W_OK):
        raise PermissionError(13, "Permission denied")
    handle, name = tempfile.mkstemp(".epubforge-tmp", f".{location.name[:40]}.", location.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(location, name)
        os.replace(name, location)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(name)
