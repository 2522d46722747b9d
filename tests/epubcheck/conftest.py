"""Finished books for EPUBCheck."""

from __future__ import annotations

from pathlib import Path

import pytest

from epubforge.package.write import write
from package.books import sample_publication


@pytest.fixture(scope="session")
def good_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book without a fault."""
    path = tmp_path_factory.mktemp("books") / "good book Ж.epub"
    write(sample_publication(), path)
    return path
