"""An edition made anew: its proof, what was found, and whether it may take the last one's place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from epubforge.diagnostics import Diagnostic
from epubforge.preview.proof import Proof

MAIN = "main"
"""The name of the edition that the other tables of book.toml describe."""


@dataclass(frozen=True, slots=True)
class Named:
    """An edition as the viewer offers it."""

    name: str
    label: str
    layout: str


@dataclass(frozen=True, slots=True)
class Made:
    """What came of making an edition."""

    proof: Proof | None
    """None: nothing could be made."""
    found: tuple[Diagnostic, ...] = ()
    fault: str | None = None
    """Why it is no book, in a sentence; None: it is one."""
    rest: Callable[[], tuple[Diagnostic, ...]] | None = None
    """All findings, with those of the rules that look at the finished book: they take longer."""


class Maker(Protocol):
    """What makes editions, one at a time and never two at once."""

    @property
    def name(self) -> str:
        """The project's or the file's path, as it is shown."""
        ...

    def make(self, edition: str, earlier: Proof | None) -> Made:
        """The edition as its sources are now."""
        ...

    def editions(self) -> tuple[Named, ...]:
        """All editions, as they were when one was made last."""
        ...

    def sources(self) -> tuple[Path, ...]:
        """The folders and files that it is made from."""
        ...
