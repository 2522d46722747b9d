"""C042: modified missing."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C042",
    "modified-missing",
    Severity.ERROR,
    page="""\
The book does not say exactly once when it was last changed.

Why it matters
    Readers' libraries take one of two copies of a book by this time.
Bad
    <meta name="date" content="2024-01-31"/>
Good
    <meta property="dcterms:modified">2024-01-31T12:00:00Z</meta>
Reference
    EPUB 3.3, last modified date: https://www.w3.org/TR/epub-33/#sec-metadata-last-modified
""",
    equivalent="RSC-005",
)


def modified_missing(rendition: Rendition) -> Iterator[Diagnostic]:
    """Counted in the book's own metadata."""
    metadata = rendition.package.metadata
    if metadata is None or not rendition.is_epub3:
        return
    count = sum(
        1
        for meta in rendition.package.metas
        if meta.get("property").strip() == "dcterms:modified" and not meta.get("refines")
    )
    if count != 1:
        said = f"dcterms:modified is said {count} times" if count else "dcterms:modified is missing"
        yield RULE.at(rendition.at(metadata), said, "say it once, as 2024-01-31T12:00:00Z")
