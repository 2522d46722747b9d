"""C213: dictionary without entries."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.dictionaries import dictionary_parts
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C213",
    "dictionary-without-entries",
    Severity.ERROR,
    page="""\
A dictionary holds no page with dictionary entries.

Why it matters
    Reading systems find no words in it.
Bad
    <dc:type>dictionary</dc:type>, and no epub:type="dictionary" in any page
Good
    <body epub:type="dictionary">
Reference
    EPUB Dictionaries: https://idpf.org/epub/dict/epub-dict.html
""",
    equivalent="OPF-078",
)


def dictionary_without_entries(rendition: Rendition) -> Iterator[Diagnostic]:
    """The book as a whole, or each of its dictionaries."""
    for place, paths in dictionary_parts(rendition):
        read = [d for p in paths if (d := rendition.facts.documents.get(p)) is not None]
        if not any("dictionary" in document.semantics for document in read):
            yield RULE.at(
                place,
                f"no page has entries, of {len(paths)} in the dictionary",
                'mark them with epub:type="dictionary"',
            )
