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


def run(book: Book, publication: Publication) -> tuple[Diagnostic, ...]:
    """All that the rules find in a book of ours, rule by rule in the order of their files."""
    return tuple(found for check in _book_checks() for found in check(book, publication))


@cache
def _book_checks() -> tuple[BookCheck, ...]:
    return tuple(
        check
        for family in _families()
        if family != ARCHIVE_FAMILY
        for check in _checks(family)
    )
