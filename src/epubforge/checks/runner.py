"""Runs every rule over a book; knows none of them by name."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib import import_module

from epubforge import checks
from epubforge.checks.check import ArchiveCheck, BookCheck
from epubforge.diagnostics import Diagnostic
from epubforge.model.archive import Archive
from epubforge.model.book import Book
from epubforge.model.publication import Publication

ARCHIVE_FAMILY = f"{checks.__name__}.container"
"""The family whose rules are asked of finished EPUBs; all others are asked of books of ours."""


def run(book: Book, publication: Publication) -> tuple[Diagnostic, ...]:
    """All that the rules find in a book of ours, rule by rule in the order of their names."""
    return tuple(found for check in _book_checks() for found in check(book, publication))


def run_archive(archive: Archive) -> tuple[Diagnostic, ...]:
    """All that the rules find in a finished EPUB; what opening it found is not said again."""
    return tuple(found for check in _archive_checks() for found in check(archive))


@cache
def _book_checks() -> tuple[BookCheck, ...]:
    return tuple(_book_check(module) for module in _modules() if not _asks_archive(module))


@cache
def _archive_checks() -> tuple[ArchiveCheck, ...]:
    return tuple(_archive_check(module) for module in _modules() if _asks_archive(module))


def _asks_archive(module: str) -> bool:
    return module.startswith(f"{ARCHIVE_FAMILY}.")


def _book_check(module: str) -> BookCheck:
    check: BookCheck = getattr(import_module(module), module.rpartition(".")[2])
    return check


def _archive_check(module: str) -> ArchiveCheck:
    check: ArchiveCheck = getattr(import_module(module), module.rpartition(".")[2])
    return check


def _modules() -> Iterator[str]:
    """The rules' modules: those inside the families; beside these lies what the rules share."""
    for family in sorted(pkgutil.iter_modules(checks.__path__, f"{checks.__name__}.")):
        if family.ispkg:
            path = import_module(family.name).__path__
            yield from sorted(m.name for m in pkgutil.iter_modules(path, f"{family.name}."))
