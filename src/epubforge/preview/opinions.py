"""What other checkers say of a packed book."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from epubforge.diagnostics import Diagnostic
from epubforge.pipeline.checking import EPUBCHECK_SECONDS
from epubforge.preview.making import Packed


@dataclass(frozen=True, slots=True)
class Missing:
    """A checker that is not installed, and what installs it."""

    tool: str
    command: str


@dataclass(frozen=True, slots=True)
class Opinions:
    """What was said, and who could not be asked."""

    found: tuple[Diagnostic, ...] = ()
    missing: tuple[Missing, ...] = ()


KNOWN: Mapping[str, bool] = {"epubcheck": True, "ace": False}
"""Who can be asked, if it is installed."""


def opinions(packed: Packed, wish: Mapping[str, object]) -> Opinions:
    """What those say of a book who are wished for, at its places in the manuscript."""
    from epubforge.epubcheck.check import ToolMissing, check_books
    from epubforge.epubcheck.origin import to_manuscript

    if packed.content is None or not wish.get("epubcheck"):
        return Opinions()
    with TemporaryDirectory(prefix="epubforge-check-", ignore_cleanup_errors=True) as folder:
        book = Path(folder) / packed.name
        book.write_bytes(packed.content)
        try:
            (found,) = check_books([book], EPUBCHECK_SECONDS)
        except ToolMissing as missing:
            return Opinions(missing=(Missing("EPUBCheck", str(missing)),))
    publication = packed.publication
    if publication is None:
        return Opinions(found)
    return Opinions(tuple(to_manuscript(each, publication) for each in found))
