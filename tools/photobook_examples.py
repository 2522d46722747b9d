"""The layouts that the guide's page "Photobooks" shows, as projects that can be built.

Each `[plates]` table that stands before a picture on the page takes the place of the one in
tests/books/photobook.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
GUIDE: Final = ROOT / "docs" / "guide"
BOOK: Final = ROOT / "tests" / "books" / "photobook"
FOLDER: Final = "photobook-pictures"

_LAYOUT: Final = re.compile(
    r"^```toml\n(?P<table>\[plates\]\n.*?)^```\n\n"
    rf"!\[[^\]\n]+\]\({FOLDER}/(?P<name>[a-z-]+)\.png\)$",
    re.DOTALL | re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Layout:
    """A `[plates]` table that the page shows with a picture of what it makes."""

    name: str
    table: str


def layouts() -> Iterator[Layout]:
    """All that the page shows, in its order."""
    page = (GUIDE / "photobooks.md").read_text(encoding="utf-8")
    for found in _LAYOUT.finditer(page):
        yield Layout(found["name"], found["table"])


def write_photobook(folder: Path, layout: Layout) -> Path:
    """The small photobook with that table; the folder is made."""
    shutil.copytree(BOOK, folder)
    settings = folder / "manuscript" / "book.toml"
    whole = settings.read_text(encoding="utf-8")
    before = whole[: whole.index("[plates]")]
    settings.write_text(before + layout.table, encoding="utf-8")
    return folder
