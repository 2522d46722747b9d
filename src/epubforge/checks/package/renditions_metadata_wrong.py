"""C233: renditions metadata wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition
from epubforge.tree.names import DC

RULE = Rule(
    "C233",
    "renditions-metadata-wrong",
    Severity.ERROR,
    page="""\
The metadata that the renditions share are not as they must be.

Why it matters
    Readers' libraries cannot tell which copy is the newer.
Bad
    META-INF/metadata.xml without dcterms:modified
Good
    <meta property="dcterms:modified">2024-01-31T12:00:00Z</meta>
Reference
    EPUB Multiple-Rendition Publications: https://idpf.org/epub/renditions/multiple/
""",
    equivalent="RSC-005",
)


_SPACE = "http://www.idpf.org/2013/metadata"
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\Z")


def renditions_metadata_wrong(rendition: Rendition) -> Iterator[Diagnostic]:
    """Identifier and time of the last change."""
    book = rendition.book
    path = "META-INF/metadata.xml"
    document = book.kept(path) if path in book.entries else None
    root = document.root if document is not None else None
    if book.packages[0] is not rendition.package or document is None or root is None:
        return
    if root.name != f"{_SPACE} metadata":
        return
    times = [
        m
        for m in document.named.get(f"{_SPACE} meta", [])
        if m.get("property") == "dcterms:modified" and "refines" not in m.attributes
    ]
    if len(times) != 1:
        said = f"dcterms:modified is said {len(times)} times"
        yield RULE.at(book.at(document, root), said, "say it once")
    for each in times:
        text = " ".join(each.text().split())
        if not _TIME.match(text):
            said = f"{text or 'dcterms:modified'} is no time"
            yield RULE.at(book.at(document, each), said, "write it as 2024-01-31T12:00:00Z")
    ids = {e.get("id") for e in document.named.get(f"{DC} identifier", [])}
    if root.get("unique-identifier") not in ids:
        yield RULE.at(
            book.at(document, root), "unique-identifier names no dc:identifier", "mend it"
        )
