"""L032: address outside."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.addresses import addresses
from epubforge.finished.book import CONTAINER_FILE
from epubforge.finished.rendition import Rendition
from epubforge.finished.url import resolve

RULE = Rule(
    "L032",
    "address-outside",
    Severity.ERROR,
    page="""\
An address leads out of the book, as if its files lay among others.

Why it matters
    No reading system follows it: a book must not see the reader's files.
Bad
    <img src="../../../pictures/a.jpg" alt=""/>
Good
    <img src="../pictures/a.jpg" alt=""/>
Reference
    EPUB 3.3, URLs in the container: https://www.w3.org/TR/epub-33/#sec-container-iri
""",
    equivalent="RSC-026",
)


def address_outside(rendition: Rendition) -> Iterator[Diagnostic]:
    """In all files and the package; of the container's paths in that to this package."""
    book = rendition.book
    for rootfile in book.rootfiles:
        url = resolve("", rootfile.get("full-path"))
        if url.leaks and url.path == rendition.package.path:
            said_at = book.place(CONTAINER_FILE, book.kept(CONTAINER_FILE), rootfile.at)
            yield RULE.at(said_at, f"{url.text} leads out of the book", "leave out what leads out")
    for url, place in addresses(rendition):
        if url.leaks:
            yield RULE.at(
                place(), f"{url.text} leads out of the book", "name the file from where you are"
            )
