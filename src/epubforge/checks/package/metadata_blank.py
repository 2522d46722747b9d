"""C095: metadata blank."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition
from epubforge.tree.names import DC, local

RULE = Rule(
    "C095",
    "metadata-blank",
    Severity.NOTE,
    page="""\
An element of the metadata is empty.

Why it matters
    It says nothing.
Bad
    <dc:creator></dc:creator>
Good
    <dc:creator>Ada Lovelace</dc:creator>
Reference
    OPF 2.0.1, metadata: http://idpf.org/epub/20/spec/OPF_2.0.1_draft.htm#Section2.2
""",
    equivalent="OPF-072",
)


def metadata_blank(rendition: Rendition) -> Iterator[Diagnostic]:
    """In EPUB 2, where it is no fault of grammar."""
    for element in rendition.package.document.elements if not rendition.is_epub3 else ():
        is_other = element.name.startswith(DC) and local(element.name) not in {"title", "language"}
        if is_other and local(element.name) != "date" and not element.text().strip():
            said = f"dc:{element.local} is empty"
            yield RULE.at(rendition.at(element), said, "fill it, or take it out")
