"""The examples of the guide's page "Writing", as projects that can be built.

They are built among the pictures, sounds, snippets and works of tests/books/kitchen-sink.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
GUIDE: Final = ROOT / "docs" / "guide"
KITCHEN: Final = ROOT / "tests" / "books" / "kitchen-sink"

_EXAMPLE: Final = re.compile(
    r"^(?P<fence>`{3,})markdown\n(?P<text>.*?)^(?P=fence)\n"
    r"(?:\n!\[[^\]\n]+\]\(pictures/(?P<name>[a-z-]+)\.png\)$)?",
    re.DOTALL | re.MULTILINE,
)

_SETTINGS: Final = """\
[book]
title = "The Kitchen Sink"
language = "en"
modified = 2026-01-31T12:00:00Z
[[book.contributors]]
name = "Wanda Basin"
[print]
isbn = "978-0-306-40615-7"
[variables]
print_run = 1200
drops = 1200
[markdown]
bibliography = "manuscript/refs.bib"
[editions.large]
"""
_MEASURES: Final = "# Measures\n\n## Tables\n\nThe numbers.\n"
"""The chapter that some examples lead to."""


@dataclass(frozen=True, slots=True)
class Example:
    """A source that the page shows."""

    text: str
    line: int
    """Of the page, counted from 1."""
    name: str | None
    """Of its picture; None where the page shows none."""


def examples() -> Iterator[Example]:
    """All that the page shows, in its order."""
    page = (GUIDE / "writing.md").read_text(encoding="utf-8")
    for found in _EXAMPLE.finditer(page):
        line = page.count("\n", 0, found.start("text")) + 1
        yield Example(found["text"], line, found["name"])


def write_project(folder: Path, chapters: Mapping[str, str]) -> Path:
    """A project with these chapters, by file name, and what they show; the folder is made."""
    manuscript = folder / "manuscript"
    text = "".join(chapters.values())
    for path in (*KITCHEN.glob("images/*.*"), *KITCHEN.glob("media/*.*")):
        if path.name in text:
            (folder / path.parent.name).mkdir(parents=True, exist_ok=True)
            shutil.copy(path, folder / path.parent.name)
    shutil.copytree(KITCHEN / "manuscript" / "_snippets", manuscript / "_snippets")
    shutil.copy(KITCHEN / "manuscript" / "refs.bib", manuscript)
    files = {"book.toml": _SETTINGS, **chapters, "measures.md": _MEASURES}
    for name, text in files.items():
        (manuscript / name).write_text(text, encoding="utf-8", newline="\n")
    return folder
