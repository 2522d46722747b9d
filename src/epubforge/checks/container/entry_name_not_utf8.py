"""C028: entry name not utf8."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.model.archive import Archive
from epubforge.source import EntryPlace

RULE = Rule(
    "C028",
    "entry-name-not-utf8",
    Severity.ERROR,
    page="""\
The name of a file in the archive is written in another code than UTF-8.

Why it matters
    Nobody can tell what the name is: the file cannot be found.
Bad
    A name in the code of an old system
Good
    The same packed by a program that writes UTF-8
Reference
    EPUB 3.3, file paths and file names: https://www.w3.org/TR/epub-33/#sec-container-filenames
""",
    blocking=True,
    equivalent="PKG-027",
)


def entry_name_not_utf8(archive: Archive) -> Iterator[Diagnostic]:
    """The first such name."""
    for entry in archive.entries:
        if not entry.is_named_in_utf8:
            said = f"the name {entry.name} is not written in UTF-8"
            yield RULE.at(EntryPlace(archive.path, entry.name), said, "pack the book anew")
            return
