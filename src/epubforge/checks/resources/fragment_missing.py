"""L042: fragment missing."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.fragments import is_id
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "L042",
    "fragment-missing",
    Severity.ERROR,
    page="""\
A link leads to a place in a page that is not there.

Why it matters
    The reader comes to the page's top, or nowhere.
Bad
    <a href="notes.xhtml#n7">, and nothing in notes.xhtml has the id n7
Good
    <aside id="n7">
Reference
    EPUB 3.3, fragments: https://www.w3.org/TR/epub-33/#sec-container-iri
""",
    equivalent="RSC-012",
)


def fragment_missing(rendition: Rendition) -> Iterator[Diagnostic]:
    """Ids in pages and drawings that were read."""
    for reference in rendition.facts.references():
        url = reference.url
        target = rendition.facts.documents.get(url.path or "")
        if target is None or not target.is_read or not target.has_ids or not url.fragment:
            continue
        if is_id(url.fragment) and url.fragment not in target.ids:
            place = rendition.book.at_byte(reference.source, reference.at)
            yield RULE.at(
                place, f"nothing in {url.path} has the id {url.fragment}", "mend the link or the id"
            )
