"""C236: rootfile path empty."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition
from epubforge.tree.names import CONTAINER

RULE = Rule(
    "C236",
    "rootfile-path-empty",
    Severity.ERROR,
    page="""\
The container names a rendition with an empty path.

Why it matters
    Reading systems do not find it.
Bad
    <rootfile full-path="" …/>
Good
    <rootfile full-path="content.opf" …/>
Reference
    EPUB 3.3, rootfile: https://www.w3.org/TR/epub-33/#sec-container.xml-rootfile-elem
""",
    equivalent="OPF-017",
)


def rootfile_path_empty(rendition: Rendition) -> Iterator[Diagnostic]:
    """Once for the book."""
    book = rendition.book
    container = book.kept("META-INF/container.xml")
    if book.packages[0] is rendition.package and container is not None:
        for each in container.named.get(f"{CONTAINER} rootfile", []):
            if not each.get("full-path", "x").strip():
                yield RULE.at(book.at(container, each), "the full-path is empty", "say it")
