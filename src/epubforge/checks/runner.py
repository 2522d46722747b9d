"""Runs every rule over a book; knows none of them by name."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from epubforge import checks
from epubforge.checks.check import (
    ArchiveCheck,
    BookCheck,
    HeldCheck,
    PageCheck,
    RenditionCheck,
)  # fmt: skip
from epubforge.checks.findings_left_out import findings_left_out
from epubforge.diagnostics import Diagnostic
from epubforge.finished.tally import Tally
from epubforge.keeping import Keep, anew
from epubforge.model.archive import Archive
from epubforge.model.profile import Profile

if TYPE_CHECKING:
    from epubforge.model.book import Book
    from epubforge.model.publication import Publication

CONFORMANCE = ("container", "grammar", "package", "content", "resources")
"""The families that hold a finished EPUB against its specifications. The others advise: on books
of ours, and as far as they can on a stranger's."""


def run(book: Book, publication: Publication) -> tuple[Diagnostic, ...]:
    """What the rules that know the manuscript find in a book of ours, in the order of their names.

    `advise` says what the pages that were made of it show.
    """
    return tuple(found for check in _book_checks() for found in check(book, publication))


def run_archive(
    archive: Archive, shops: Sequence[Profile] = (), *, advice: bool = True
) -> tuple[Diagnostic, ...]:
    """All that the rules find in a finished EPUB; what opening it found is not said again.

    The shops are those whose demands count; without advice the specifications alone do.
    """
    from epubforge.checks.walk import walk

    tally = Tally()
    found = [each for check in archive_checks() for each in tally.told(check(archive))]
    found += walk(archive, shops, tally, advice=advice)
    return (*found, *findings_left_out(archive.path, tally))


def advise(
    archive: Archive, shops: Sequence[Profile] = (), keep: Keep = anew
) -> tuple[Diagnostic, ...]:
    """What the advising rules find in the pages of a book of ours, whose grammar is sound."""
    from epubforge.checks.walk import walk_own

    return tuple(walk_own(archive, shops, keep))


@cache
def _book_checks() -> tuple[BookCheck, ...]:
    checks_: list[BookCheck] = []
    for check in _advising_checks(True):
        if _asks(check) == "Book":
            checks_.append(check)
    return tuple(checks_)


@cache
def archive_checks() -> tuple[ArchiveCheck, ...]:
    """Asked of the archive alone."""
    checks_: list[ArchiveCheck] = []
    for module in _modules("container"):
        check: ArchiveCheck = _main(module)
        checks_.append(check)
    return tuple(checks_)


@cache
def held_checks() -> tuple[HeldCheck, ...]:
    """Asked of each document that was held against its grammar."""
    checks_: list[HeldCheck] = []
    for module in _modules("grammar"):
        check: HeldCheck = _main(module)
        checks_.append(check)
    return tuple(checks_)


@cache
def page_checks() -> tuple[PageCheck, ...]:
    """Asked of each document, on what the specifications demand."""
    checks_: list[PageCheck] = []
    for module in _modules("content"):
        check: PageCheck = _main(module)
        checks_.append(check)
    return tuple(checks_)


@cache
def rendition_checks(family: str) -> tuple[RenditionCheck, ...]:
    """Asked of a package: of family `package` before its documents are read, `resources` after."""
    checks_: list[RenditionCheck] = []
    for module in _modules(family):
        check: RenditionCheck = _main(module)
        checks_.append(check)
    return tuple(checks_)


@cache
def advising_page_checks(is_own: bool) -> tuple[PageCheck, ...]:
    """Advice asked of each document: with `in_stranger` of a book whose manuscript is not known."""
    checks_: list[PageCheck] = []
    for check in _advising_checks(is_own):
        if _asks(check) == "Page":
            checks_.append(check)
    return tuple(checks_)


@cache
def advising_rendition_checks(is_own: bool) -> tuple[RenditionCheck, ...]:
    """Advice asked of a package when all its documents were read."""
    checks_: list[RenditionCheck] = []
    for check in _advising_checks(is_own):
        if _asks(check) == "Rendition":
            checks_.append(check)
    return tuple(checks_)


def _advising_checks(is_own: bool) -> Iterator[Callable[..., Iterator[Diagnostic]]]:
    """The check of each module; `in_stranger` beside it, or alone where another rule knows the
    fault in a manuscript, looks at books whose manuscript is not known."""
    for module in _advising():
        if hasattr(module, module.__name__.rpartition(".")[2]):
            yield _main(module)
        if not is_own and hasattr(module, "in_stranger"):
            yield module.in_stranger


def _asks(check: Callable[..., Iterator[Diagnostic]]) -> str:
    """The name of what a check is asked of: the type of its first parameter."""
    return str(next(iter(check.__annotations__.values())))


def _main(module: ModuleType) -> Callable[..., Iterator[Diagnostic]]:
    """The check of a module: the function of its name."""
    check: Callable[..., Iterator[Diagnostic]] = getattr(module, module.__name__.rpartition(".")[2])
    return check


def _advising() -> Iterator[ModuleType]:
    families = sorted(m.name for m in pkgutil.iter_modules(checks.__path__) if m.ispkg)
    for family in families:
        if family not in CONFORMANCE:
            yield from _modules(family)


def _modules(family: str) -> Iterator[ModuleType]:
    """The rules of a family; beside the families lies what the rules share."""
    name = f"{checks.__name__}.{family}"
    path = import_module(name).__path__
    for module in sorted(m.name for m in pkgutil.iter_modules(path, f"{name}.")):
        yield import_module(module)
