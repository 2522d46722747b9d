"""C235: rootfile without path."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition
from epubforge.tree.names import CONTAINER

RULE = Rule(
    "C235",
    "rootfile-without-path",
    Severity.ERROR,
    page="""\
The container names a rendition without saying where its package document is.

Why it matters
    Reading systems do not find it.
Bad
    <rootfile media-type="application/oebps-package+xml"/>
Good
    <rootfile full-path="content.opf" media-type="application/oebps-package+xml"/>
Reference
    EPUB 3.3, rootfile: https://www.w3.org/TR/epub-33/#sec-container.xml-rootfile-elem
""",
    equivalent="OPF-016",
)


def rootfile_without_path(rendition: Rendition) -> Iterator[Diagnostic]:
    """Once for the book."""
    book = rendition.book
    container = book.kept("META-INF/container.xml")
    if book.packages[0] is rendition.package and container is not None:
        for each in container.named.get(f"{CONTAINER} rootfile", []):
            if "full-path" not in each.attributes:
                yield RULE.at(book.at(container, each), "rootfile has no full-path", "say it")
