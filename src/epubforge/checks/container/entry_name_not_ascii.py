"""C024: a file with letters beyond ASCII in its name."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.checks.entries import files
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.model.archive import Archive

RULE = Rule(
    "C024",
    "entry-name-not-ascii",
    Severity.NOTE,
    page="""\
The name of a file in an EPUB holds letters beyond ASCII.

Why it matters
    EPUB allows them, but old programs write them in other codes when they unpack or send the
    book, and the links break.
Bad
    OEBPS/images/schächte.jpg
Good
    OEBPS/images/schaechte.jpg
Reference
    EPUB 3.3, file paths and file names: https://www.w3.org/TR/epub-33/#sec-container-filenames
""",
    equivalent="PKG-012",
)


def entry_name_not_ascii(archive: Archive) -> Iterator[Diagnostic]:
    """Such names, whatever the file is for."""
    for name, place in files(archive):
        if not name.isascii():
            yield RULE.at(
                place,
                f"the name {name} holds letters beyond ASCII",
                "use the letters a to z, figures and hyphens: they pass everywhere",
            )
