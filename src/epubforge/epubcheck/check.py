"""From finished books to what W3C EPUBCheck finds in them."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.epubcheck.control import prove
from epubforge.epubcheck.engine import CheckFailed, CheckTooSlow, Engine
from epubforge.epubcheck.messages import findings
from epubforge.epubcheck.tool import Tool, ToolMissing, Warm, find_tool
from epubforge.source import EntryPlace

__all__ = ["ToolMissing", "check_books"]

_PATIENCE_WITH_CONTROL = 180.0
"""Seconds: the first book waits for Java, which on a machine at work can take a minute."""

TOO_SLOW = Rule(
    "E004",
    "epubcheck-too-slow",
    Severity.ERROR,
    """W3C EPUBCheck was stopped because it took too long over the book.

Why it matters
    Nobody knows whether the book is valid.
Bad
    EPUBCheck did not finish book.epub within 300 s
Good
    Check the book again when the machine has less to do, or by itself.
""",
)
FAILED = Rule(
    "E005",
    "epubcheck-failed",
    Severity.ERROR,
    """W3C EPUBCheck broke down over the book.

Why it matters
    Nobody knows whether the book is valid, and a shop's EPUBCheck may break down too.
Bad
    EPUBCheck gave no verdict on book.epub: its process ended
Good
    Check the book again. If it happens each time, build without one chapter after another until
    it does not, and report the chapter to EPUBCheck's makers.
""",
)


def check_books(
    books: Sequence[Path], timeout: float, environment: Mapping[str, str] = os.environ
) -> tuple[tuple[Diagnostic, ...], ...]:
    """For each book EPUBCheck's findings, in its order; `timeout` is seconds for one book.

    A book that EPUBCheck does not finish gets a finding that says so. Raises ToolMissing where
    EPUBCheck or Java is not installed, and where it does not report a book known to be bad.
    """
    if not books:
        return ()
    engine = _engine(find_tool(environment))
    try:
        prove(engine, max(timeout, _PATIENCE_WITH_CONTROL))
        return tuple(_check(engine, book, timeout) for book in books)
    finally:
        engine.stop()


def _engine(tool: Tool) -> Engine:
    from epubforge.epubcheck.cold import ColdEngine
    from epubforge.epubcheck.warm import WarmEngine

    return WarmEngine(tool) if isinstance(tool, Warm) else ColdEngine(tool)


def _check(engine: Engine, book: Path, timeout: float) -> tuple[Diagnostic, ...]:
    place = EntryPlace(book.as_posix())
    try:
        return findings(book, engine.check(book, timeout))
    except CheckTooSlow:
        said = f"EPUBCheck did not finish {book.name} within {timeout:g} s"
        return (TOO_SLOW.at(place, said, "check it again when the machine has less to do"),)
    except CheckFailed as error:
        said = f"EPUBCheck gave no verdict on {book.name}: {error}"
        return (FAILED.at(place, said, "check it again; `epubforge explain E005` says more"),)
