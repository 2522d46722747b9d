"""Runs every rule over a book; knows none of them by name."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib import import_module

from epubforge import checks
from epubforge.checks.check import (
    ArchiveCheck,
    BookCheck,
    HeldCheck,
    PageCheck,
    RenditionCheck,
)  # fmt: skip
from epubforge.diagnostics import Diagnostic
from epubforge.model.archive import Archive
from epubforge.model.book import Book
from epubforge.model.publication import Publication

FINISHED_FAMILIES = ("container", "grammar", "package", "content", "resources")
"""The families whose rules are asked of finished EPUBs; all others are asked of books of ours."""


def run(book: Book, publication: Publication) -> tuple[Diagnostic, ...]:
    """All that the rules find in a book of ours, rule by rule in the order of their names."""
    return tuple(found for check in _book_checks() for found in check(book, publication))


def run_archive(archive: Archive) -> tuple[Diagnostic, ...]:
    """All that the rules find in a finished EPUB; what opening it found is not said again."""
    from epubforge.checks.walk import walk

    found = [diagnostic for check in archive_checks() for diagnostic in check(archive)]
    return (*found, *walk(archive))


@cache
def _book_checks() -> tuple[BookCheck, ...]:
    families = [name for name in _families() if name not in FINISHED_FAMILIES]
    checks_: list[BookCheck] = []
    for module in (module for family in families for module in _modules(family)):
        check: BookCheck = getattr(import_module(module), module.rpartition(".")[2])
        checks_.append(check)
    return tuple(checks_)


@cache
def archive_checks() -> tuple[ArchiveCheck, ...]:
    """Asked of the archive alone."""
    checks_: list[ArchiveCheck] = []
    for module in _modules("container"):
        check: ArchiveCheck = getattr(import_module(module), module.rpartition(".")[2])
        checks_.append(check)
    return tuple(checks_)


@cache
def held_checks() -> tuple[HeldCheck, ...]:
    """Asked of each document that was held against its grammar."""
    checks_: list[HeldCheck] = []
    for module in _modules("grammar"):
        check: HeldCheck = getattr(import_module(module), module.rpartition(".")[2])
        checks_.append(check)
    return tuple(checks_)


@cache
def page_checks() -> tuple[PageCheck, ...]:
    """Asked of each document."""
    checks_: list[PageCheck] = []
    for module in _modules("content"):
        check: PageCheck = getattr(import_module(module), module.rpartition(".")[2])
        checks_.append(check)
    return tuple(checks_)


@cache
def rendition_checks(family: str) -> tuple[RenditionCheck, ...]:
    """Asked of a package: of family `package` before its documents are read, `resources` after."""
    checks_: list[RenditionCheck] = []
    for module in _modules(family):
        check: RenditionCheck = getattr(import_module(module), module.rpartition(".")[2])
        checks_.append(check)
    return tuple(checks_)


def _families() -> list[str]:
    return sorted(module.name for module in pkgutil.iter_modules(checks.__path__) if module.ispkg)


def _modules(family: str) -> Iterator[str]:
    """The rules' modules of a family; beside the families lies what the rules share."""
    name = f"{checks.__name__}.{family}"
    path = import_module(name).__path__
    yield from sorted(m.name for m in pkgutil.iter_modules(path, f"{name}."))
