"""C094: metadata empty."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition
from epubforge.tree.names import DC

RULE = Rule(
    "C094",
    "metadata-empty",
    Severity.WARNING,
    page="""\
An element of the metadata of an EPUB 2 is empty.

Why it matters
    It says nothing, and shops show a gap.
Bad
    <dc:title></dc:title>
Good
    <dc:title>The Mines of Irmino</dc:title>
Reference
    OPF 2.0.1, metadata: http://idpf.org/epub/20/spec/OPF_2.0.1_draft.htm#Section2.2
""",
    equivalent="OPF-055",
)


def metadata_empty(rendition: Rendition) -> Iterator[Diagnostic]:
    """Title and language; others may be left empty, which is a note."""
    for name in ("title", "language") if not rendition.is_epub3 else ():
        for element in rendition.package.document.named.get(f"{DC} {name}", ()):
            if not element.text().strip():
                yield RULE.at(
                    rendition.at(element), f"dc:{name} is empty", "fill it, or take it out"
                )
