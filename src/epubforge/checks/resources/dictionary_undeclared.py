"""C214: dictionary undeclared."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C214",
    "dictionary-undeclared",
    Severity.WARNING,
    page="""\
Pages hold dictionary entries, and the book does not say that it is a dictionary.

Why it matters
    Reading systems do not offer it for looking words up.
Bad
    <body epub:type="dictionary">, and no dc:type
Good
    <dc:type>dictionary</dc:type>
Reference
    EPUB Dictionaries: https://idpf.org/epub/dict/epub-dict.html
""",
    equivalent="OPF-079",
)


def dictionary_undeclared(rendition: Rendition) -> Iterator[Diagnostic]:
    """Once for the book."""
    if "dictionary" in rendition.package.types or not rendition.is_epub3:
        return
    for path, document in rendition.facts.documents.items():
        if "dictionary" in document.semantics:
            yield RULE.at(
                rendition.book.place(path),
                f"{path} is a dictionary",
                "say so in dc:type of the book",
            )
            return
