"""C108: prefix of dublin core."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.named import declared
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C108",
    "prefix-of-dublin-core",
    Severity.ERROR,
    page="""\
A prefix is declared for the elements of Dublin Core.

Why it matters
    They are elements of the metadata, dc:title and its kin, and no properties.
Bad
    prefix="dc: http://purl.org/dc/elements/1.1/"
Good
    <dc:title>…</dc:title>, or properties of dcterms
Reference
    EPUB 3.3, the prefix attribute: https://www.w3.org/TR/epub-33/#sec-prefix-attr
""",
    equivalent="OPF-007c",
)


def prefix_of_dublin_core(rendition: Rendition) -> Iterator[Diagnostic]:
    """In the package document."""
    for name, address in declared(rendition).items():
        if address == "http://purl.org/dc/elements/1.1/":
            said = f"{name} is declared for the elements of Dublin Core"
            yield RULE.at(rendition.root, said, "take it out")
