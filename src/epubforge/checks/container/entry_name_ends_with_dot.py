"""C023: a file whose name ends with a full stop."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.checks.entries import files
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.model.archive import Archive

RULE = Rule(
    "C023",
    "entry-name-ends-with-dot",
    Severity.ERROR,
    page="""\
The name of a file in an EPUB ends with a full stop.

Why it matters
    Windows drops the full stop when the book is unpacked, and no link finds the file any more.
Bad
    OEBPS/text/the-end.
Good
    OEBPS/text/the-end.xhtml
Reference
    EPUB 3.3, file paths and file names: https://www.w3.org/TR/epub-33/#sec-container-filenames
""",
    blocking=True,
    equivalent="PKG-011",
)


def entry_name_ends_with_dot(archive: Archive) -> Iterator[Diagnostic]:
    """Such names, whatever the file is for."""
    for name, place in files(archive):
        if name.endswith("."):
            yield RULE.at(
                place, f"the name {name} ends with a full stop", "end it with a letter or figure"
            )
