"""The recipe of `inspect`: a file in, its inventory out, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from epubforge.diagnostics import Diagnostic
from epubforge.inventory.take import NoBook, Opened, take_inventory
from epubforge.package.open import open_epub


class Refused(Exception):  # noqa: N818  it says what is the case, as its message does
    """There is no EPUB to look into; the message names the file and says why."""


@dataclass(frozen=True, slots=True)
class Inspected:
    """A book that was looked into, and what is wrong with its container."""

    opened: Opened
    found: tuple[Diagnostic, ...]


def inspect(path: Path) -> Inspected:
    """The inventory of a finished EPUB. Nothing is written.

    Raises Refused where there is none to be taken.
    """
    archive = open_epub(path)
    if not archive.value.entries and archive.found:
        closed = archive.found[0]
        hint = f"; {closed.hint}" if closed.hint else ""
        raise Refused(f"{closed.message}{hint}")
    try:
        return Inspected(take_inventory(archive.value, path.stat().st_size), archive.found)
    except NoBook as why:
        raise Refused(f"{path.as_posix()} {why}") from why
