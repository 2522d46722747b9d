"""C025: a folder with nothing in it."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.checks.entries import files
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.model.archive import Archive
from epubforge.source import EntryPlace

RULE = Rule(
    "C025",
    "folder-empty",
    Severity.WARNING,
    page="""\
An EPUB has an entry for a folder that holds no file.

Why it matters
    Nothing is lost by it, but mostly files were meant to be there and were not packed.
Bad
    OEBPS/fonts/
Good
    OEBPS/fonts/serif.otf
Reference
    https://www.w3.org/TR/epub-33/#sec-container-file-and-dir-structure
""",
    equivalent="PKG-014",
)


def folder_empty(archive: Archive) -> Iterator[Diagnostic]:
    """Folders that no file lies in, nor in a folder below."""
    filled = {folder for name, _ in files(archive) for folder in _folders(name)}
    for name in archive.names:
        if name.endswith("/") and name not in filled:
            yield RULE.at(
                EntryPlace(archive.path, name),
                f"the folder {name} is empty",
                "pack the files that belong there, or leave the folder out",
            )


def _folders(name: str) -> Iterator[str]:
    return (name[: at + 1] for at, sign in enumerate(name) if sign == "/")
