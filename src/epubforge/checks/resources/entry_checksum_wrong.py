"""C261: entry checksum wrong."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C261",
    "entry-checksum-wrong",
    Severity.WARNING,
    page="""\
An entry of the archive has not the size or the checksum that the archive's directory says.

Why it matters
    It was changed after it was packed, by a program that forgot the directory, or by a faulty disk.
    Some reading systems show it as it is, and others refuse the whole book.
Bad
    A page that was patched inside the finished book.
Good
    Pack the book's files anew.
Reference
    OCF ZIP container: https://www.w3.org/TR/epub-33/#sec-container-zip
""",
)


def entry_checksum_wrong(rendition: Rendition) -> Iterator[Diagnostic]:
    """Of the files that were read."""
    for path in sorted(rendition.book.unsealed):
        said = f"{path} has not the size or the checksum that the archive says"
        yield RULE.at(rendition.book.place(path), said, "pack the book's files anew")
