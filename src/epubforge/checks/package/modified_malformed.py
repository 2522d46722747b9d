"""C043: modified malformed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C043",
    "modified-malformed",
    Severity.ERROR,
    page="""\
The time of the book's last change is not written as EPUB wants it.

Why it matters
    Readers' libraries compare these times letter by letter.
Bad
    <meta property="dcterms:modified">2024-01-31</meta>
Good
    <meta property="dcterms:modified">2024-01-31T12:00:00Z</meta>
Reference
    EPUB 3.3, last modified date: https://www.w3.org/TR/epub-33/#sec-metadata-last-modified
""",
    equivalent="RSC-005",
)


_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\Z")


def modified_malformed(rendition: Rendition) -> Iterator[Diagnostic]:
    """Every such time, collections' apart."""
    for meta in rendition.package.metas if rendition.is_epub3 else ():
        text = " ".join(meta.text().split())
        if meta.get("property").strip() == "dcterms:modified" and not _TIME.match(text):
            said = f"{text} is not a time as 2024-01-31T12:00:00Z"
            yield RULE.at(rendition.at(meta), said, "write date, T, time and Z for Greenwich")
