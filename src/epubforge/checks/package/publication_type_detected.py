"""C238: publication type detected."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition
from epubforge.tree.names import DC

RULE = Rule(
    "C238",
    "publication-type-detected",
    Severity.NOTE,
    page="""\
The book says that it is of a special kind, whose rules were looked at too.

Why it matters
    What is asked of dictionaries, indexes, previews and textbooks is asked of it.
Bad
    <dc:type>dictionary</dc:type> in a novel
Good
    <dc:type>dictionary</dc:type> in a dictionary
Reference
    EPUB 3.3, dc:type: https://www.w3.org/TR/epub-33/#sec-opf-dctype
""",
    equivalent="OPF-064",
)


def publication_type_detected(rendition: Rendition) -> Iterator[Diagnostic]:
    """The kinds that have rules of their own."""
    for element in (
        rendition.package.document.named.get(f"{DC} type", []) if rendition.is_epub3 else ()
    ):
        kind = element.text().strip()
        if kind in {"dictionary", "index", "preview", "edupub"}:
            yield RULE.at(
                rendition.at(element), f"the book is of the type {kind}", "see its specification"
            )
