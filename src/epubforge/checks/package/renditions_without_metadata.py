"""C230: renditions without metadata."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C230",
    "renditions-without-metadata",
    Severity.WARNING,
    page="""\
The container holds several renditions and no metadata of them all.

Why it matters
    Readers' libraries take each for another book.
Bad
    Two rootfiles, and no META-INF/metadata.xml
Good
    META-INF/metadata.xml with the identifier that they share
Reference
    EPUB Multiple-Rendition Publications: https://idpf.org/epub/renditions/multiple/
""",
    equivalent="RSC-019",
)


def renditions_without_metadata(rendition: Rendition) -> Iterator[Diagnostic]:
    """Once for the book."""
    book = rendition.book
    if book.packages[0] is not rendition.package or not rendition.is_epub3:
        return
    if len(book.rootfiles) > 1 and "META-INF/metadata.xml" not in book.entries:
        said = f"{len(book.rootfiles)} renditions, and no META-INF/metadata.xml"
        yield RULE.at(book.place(None), said, "add it")
