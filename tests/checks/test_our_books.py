"""Our own books, asked by the rules on finished EPUBs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from epubforge import build
from epubforge.diagnostics import Severity
from epubforge.pipeline import Run
from epubforge.pipeline.shelf import examine

BOOKS = sorted(p for p in (Path(__file__).parent.parent / "books").iterdir() if p.is_dir())


@pytest.mark.parametrize("folder", BOOKS, ids=[folder.name for folder in BOOKS])
def test_our_book_has_nothing_to_find(folder: Path, tmp_path: Path) -> None:
    """What epubforge builds has no finding graver than a note."""
    project = shutil.copytree(folder, tmp_path / folder.name)
    target = tmp_path / "book.epub"
    build(project, target, Run(source_date_epoch="1769860800"))
    found = [(d.rule.code, d.message) for d in examine(target) if d.grade is not Severity.NOTE]
    assert found == []
