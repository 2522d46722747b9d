"""C240: preview without source."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition
from epubforge.tree.names import DC

RULE = Rule(
    "C240",
    "preview-without-source",
    Severity.WARNING,
    page="""\
A preview does not say of what book.

Why it matters
    Shops cannot lead the reader to it.
Bad
    <dc:type>preview</dc:type> without dc:source
Good
    <dc:source>urn:isbn:9783869306896</dc:source>
Reference
    EPUB Previews: https://idpf.org/epub/previews/
""",
    equivalent="RSC-017",
)


def preview_without_source(rendition: Rendition) -> Iterator[Diagnostic]:
    """Books of the type preview."""
    if "preview" in rendition.package.types and not rendition.package.document.named.get(
        f"{DC} source"
    ):
        yield RULE.at(rendition.root, "the preview names no dc:source", "name the book")
