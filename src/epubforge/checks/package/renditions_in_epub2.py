"""C237: renditions in epub2."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C237",
    "renditions-in-epub2",
    Severity.ERROR,
    page="""\
A book of EPUB 2 holds several renditions.

Why it matters
    Reading systems of EPUB 2 take the first, or stop.
Bad
    Two rootfiles of application/oebps-package+xml
Good
    One
Reference
    OCF 2.0.1, rootfiles: http://idpf.org/epub/20/spec/OCF_2.0.1_draft.doc
""",
    equivalent="PKG-013",
)


def renditions_in_epub2(rendition: Rendition) -> Iterator[Diagnostic]:
    """Once for the book."""
    book = rendition.book
    if book.packages[0] is rendition.package and not rendition.is_epub3 and len(book.rootfiles) > 1:
        yield RULE.at(book.place(None), f"{len(book.rootfiles)} renditions", "make a book of each")
