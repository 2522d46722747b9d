"""L031: address with query."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.addresses import addresses
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "L031",
    "address-with-query",
    Severity.ERROR,
    page="""\
An address of a file of the book has a query.

Why it matters
    Files of a book have no queries; reading systems find nothing of that name.
Bad
    <a href="one.xhtml?page=2">
Good
    <a href="one.xhtml#page2">
Reference
    EPUB 3.3, valid-relative-ocf-URL-with-fragment string:
    https://www.w3.org/TR/epub-33/#sec-container-iri
""",
    equivalent="RSC-033",
)


def address_with_query(rendition: Rendition) -> Iterator[Diagnostic]:
    """In all files and the package."""
    for url, place in addresses(rendition):
        if url.scheme is None and url.has_query:
            yield RULE.at(place(), f"{url.text} has a query", "take out what follows after ?")
