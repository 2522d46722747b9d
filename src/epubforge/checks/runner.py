"""Runs every rule over a book; knows none of them by name."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib import import_module

from epubforge import checks
from epubforge.checks.check import BookCheck
from epubforge.diagnostics import Diagnostic
from epubforge.model.book import Book
from epubforge.model.publication import Publication

ARCHIVE_FAMILY = "container"
"""The family whose rules are asked of finished EPUBs."""


def run(book: Book, publication: Publication) -> tuple[Diagnostic, ...]:
    """All that the rules find in a book of ours, rule by rule in the order of their names."""
    return tuple(found for check in _book_checks() for found in check(book, publication))


@cache
def _book_checks() -> tuple[BookCheck, ...]:
    families = (family for family in _names(checks.__name__) if family != ARCHIVE_FAMILY)
    return tuple(check for family in families for check in _checks(family))


def _checks(family: str) -> Iterator[BookCheck]:
    package = f"{checks.__name__}.{family}"
    for name in _names(package):
        check: BookCheck = getattr(import_module(f"{package}.{name}"), name)
        yield check


def _names(package: str) -> list[str]:
    """The modules of a package; of `checks` itself only the families, which are packages."""
    path = import_module(package).__path__
    is_root = package == checks.__name__
    return sorted(m.name for m in pkgutil.iter_modules(path) if m.ispkg == is_root)
