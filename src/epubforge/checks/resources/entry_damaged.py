"""C007: entry damaged."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.book import Finished
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C007",
    "entry-damaged",
    Severity.ERROR,
    page="""\
An entry of the archive cannot be unpacked.

Why it matters
    What stands in it is lost, and many reading systems refuse the whole book.
Bad
    A book that a faulty disk or program has changed.
Good
    Build or fetch the book again.
Reference
    https://www.w3.org/TR/epub-33/#sec-zip-container-zipreqs
""",
    blocking=True,
    equivalent="PKG-008",
)


def entry_damaged(rendition: Rendition) -> Iterator[Diagnostic]:
    """Of the files that were read."""
    yield from _in_book(rendition.book)


def _in_book(book: Finished) -> Iterator[Diagnostic]:
    """The same of a book whose packages may be damaged themselves."""
    for path, reason in book.damaged.items():
        said = f"{path} cannot be read: {reason}"
        yield RULE.at(book.place(path), said, "build or fetch the book again")
