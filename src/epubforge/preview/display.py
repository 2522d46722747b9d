"""A finished EPUB on display: opened anew when its file changes."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from epubforge.diagnostics import Diagnostic
from epubforge.pipeline.judging import judged
from epubforge.preview.locating import Locator
from epubforge.preview.making import MAIN, Findings, Made, Named, Packed
from epubforge.preview.of_epub import proof_of
from epubforge.preview.proof import Proof


class Display:
    """One file, whoever made it."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._locator = Locator()
        self._last: tuple[object, Made] | None = None

    @property
    def name(self) -> str:
        """The file's name."""
        return self._file.name

    @property
    def root(self) -> Path:
        """The folder that it lies in."""
        return Path(os.path.abspath(self._file)).parent

    def make(self, edition: str, earlier: Proof | None) -> Made:
        """The book as it is in the file now."""
        look = _look(self._file)
        if self._last is None or self._last[0] != look:
            self._last = (look, self._made())
        return self._last[1]

    def _made(self) -> Made:
        from epubforge.checks.runner import run_archive
        from epubforge.package.open import open_epub

        opened = open_epub(self._file)
        proof = proof_of(opened.value) if opened.value.entries else None

        def found() -> Findings:
            all_found = judged((*opened.found, *run_archive(opened.value)), None)
            return self._locator.locate(all_found, proof)

        if proof is None or not proof.spine:
            why = opened.found[0].message if opened.found else "there is no page in it"
            return Made(None, why, found)
        return Made(proof, None, found)

    def pack(self, edition: str) -> Packed:
        """The file as it is."""
        try:
            return Packed(self._file.name, self._file.read_bytes())
        except OSError as fault:
            return Packed(self._file.name, None, f"it cannot be read: {fault.strerror}")

    def locate(self, found: Iterable[Diagnostic], proof: Proof | None) -> Findings:
        """Findings with their places on the pages that are shown."""
        return self._locator.locate(found, proof)

    def editions(self) -> tuple[Named, ...]:
        """There is one."""
        proof = self._last[1].proof if self._last else None
        return (Named(MAIN, MAIN, proof.layout if proof else None),)

    def sources(self) -> tuple[Path, ...]:
        """The file."""
        return (Path(os.path.abspath(self._file)),)


def _look(file: Path) -> object:
    try:
        status = file.stat()
    except OSError:
        return None
    return (status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino)
