"""C007: entry damaged."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
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
    for path, reason in rendition.book.damaged.items():
        said = f"{path} cannot be read: {reason}"
        yield RULE.at(rendition.book.place(path), said, "build or fetch the book again")
