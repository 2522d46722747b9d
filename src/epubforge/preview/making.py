"""An edition made anew: its proof, what was found, and whether it may take the last one's place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from epubforge.diagnostics import Diagnostic
from epubforge.model.project import EditionLayout
from epubforge.model.publication import Publication
from epubforge.preview.locating import Located
from epubforge.preview.proof import Proof

MAIN = "main"
"""The name of the edition that the other tables of book.toml describe."""

Findings = tuple[Located, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """An edition as the viewer offers it."""

    name: str
    label: str
    layout: EditionLayout | None
    """None: it is not known before it is made."""


@dataclass(frozen=True, slots=True)
class Made:
    """What came of making an edition."""

    proof: Proof | None
    """None: nothing could be made."""
    fault: str | None = None
    """Why it is no book, in a sentence; None: it is one."""
    found: Callable[[], Findings] = tuple
    """All findings. The rules that look at the finished book are asked only then."""
    may_pass: bool = False
    """What went wrong may be over in a moment without a change of the sources: a full disk."""


@dataclass(frozen=True, slots=True)
class Packed:
    """An edition as a file, or why there is none."""

    name: str
    content: bytes | None = field(default=None, repr=False)
    fault: str = ""
    found: Findings = ()
    """What stops it."""
    publication: Publication | None = field(default=None, repr=False)
    """What it was packed from; None: the file is not ours."""


class Maker(Protocol):
    """What makes editions, one at a time and never two at once."""

    @property
    def name(self) -> str:
        """The project's or the file's name, as it is shown."""
        ...

    @property
    def root(self) -> Path:
        """The folder that the files of findings are named from."""
        ...

    def make(self, edition: str, earlier: Proof | None) -> Made:
        """The edition as its sources are now."""
        ...

    def pack(self, edition: str) -> Packed:
        """The edition as a finished EPUB."""
        ...

    def locate(self, found: Iterable[Diagnostic], proof: Proof | None) -> Findings:
        """Findings with their places on the pages that are shown."""
        ...

    def editions(self) -> tuple[Named, ...]:
        """All editions, as they were when one was made last."""
        ...

    def sources(self) -> tuple[Path, ...]:
        """The folders and files that it is made from."""
        ...
