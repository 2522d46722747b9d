"""The commands that make a book: epubforge's and pandoc's, each a contender."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import pypandoc  # type: ignore[import-untyped]
from measure import Contender


def epubforge(project: Path, book: Path, jobs: int | None = None) -> Contender:
    """Build the project; nothing that an earlier build remembered counts."""
    command = [sys.executable, "-m", "epubforge", "build", "-q", "--force", "--fail-on", "never"]
    command += [] if jobs is None else ["--jobs", str(jobs)]
    return _building("epubforge", [*command, "-o", str(book), str(project)], project, book)


def pandoc(folder: Path, inputs: Sequence[str], book: Path) -> Contender:
    """Run the pandoc that pypandoc brings, with its own defaults for Markdown and EPUB 3."""
    command = [pypandoc.get_pandoc_path(), "-f", "markdown", "-t", "epub3", "-o", str(book)]
    return _building("pandoc", [*command, *inputs], folder, book)


def _building(name: str, command: Sequence[str], folder: Path, book: Path) -> Contender:
    """There is no book before a run, and there must be one afterwards."""

    def proved() -> None:
        if not book.is_file() or not book.stat().st_size:
            raise SystemExit(f"{name} made no book")

    return Contender(name, command, folder, lambda: book.unlink(missing_ok=True), proved)
