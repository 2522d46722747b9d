"""C230: The container holds several renditions and no metadata of them all."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C230",
    "renditions-without-metadata",
    Severity.WARNING,
    page="""The container holds several renditions and no metadata of them all.

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
    is_first = book.packages[0] is rendition.package
    if is_first and len(book.rootfiles) > 1 and rendition.is_epub3:
        if "META-INF/metadata.xml" not in book.entries:
            said = f"{len(book.rootfiles)} renditions, and no META-INF/metadata.xml"
            yield RULE.at(book.place(None), said, "add it")
