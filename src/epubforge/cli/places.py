"""Files of findings, named from the project, the repository, or where the command runs."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from epubforge.diagnostics import Diagnostic
from epubforge.source import EntryPlace, SourceFile, Span


@dataclass(frozen=True, slots=True)
class Home:
    """Where the files of findings are: below a project's root, or a finished EPUB as given."""

    path: Path
    is_project: bool = True


def shown_path(path: Path) -> str:
    """A path as it is shown: from where the command runs if it lies below, always with `/`."""
    here = Path.cwd()
    real = path.resolve()
    return (real.relative_to(here) if real.is_relative_to(here) else real).as_posix()


def placed(found: Sequence[Diagnostic], project: str) -> tuple[Diagnostic, ...]:
    """The findings of a project with its own path before those of its files."""
    if project == ".":
        return tuple(found)
    return tuple(_moved(each, lambda path: posixpath.join(project, path)) for each in found)


def from_folder(found: Sequence[Diagnostic], home: Home, folder: Path) -> tuple[Diagnostic, ...]:
    """The findings with their files named from a folder; those outside of it in full."""
    start = home.path.resolve() if home.is_project else Path.cwd()

    def named(path: str) -> str:
        whole = os.path.normpath(start / path)
        real = Path(os.path.realpath(os.path.dirname(whole)), os.path.basename(whole))
        return (real.relative_to(folder) if real.is_relative_to(folder) else real).as_posix()

    cached = cache(named)
    return tuple(_moved(each, cached) for each in found)


def _moved(diagnostic: Diagnostic, name: Callable[[str], str]) -> Diagnostic:
    match diagnostic.place:
        case Span(source, start, end):
            renamed = SourceFile(name(source.path), source.text)
            return replace(diagnostic, place=Span(renamed, start, end))
        case EntryPlace() as place:
            return replace(diagnostic, place=replace(place, book=name(place.book)))


def top_of(home: Home) -> Path | None:
    """The root of the Git repository around a project or a finished EPUB, where there is one."""
    return _top(home.path if home.is_project else home.path.parent)


@cache
def _top(folder: Path) -> Path | None:
    from epubforge.project.git import top_level

    return top_level(folder)
