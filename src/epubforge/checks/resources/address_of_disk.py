"""L033: address of disk."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.addresses import addresses
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "L033",
    "address-of-disk",
    Severity.ERROR,
    page="""\
An address means a file on the disk of whoever made the book.

Why it matters
    Nobody else has it there.
Bad
    <img src="file:///home/ada/a.jpg" alt=""/>
Good
    <img src="a.jpg" alt=""/>
Reference
    EPUB 3.3, file URLs: https://www.w3.org/TR/epub-33/#sec-file-urls
""",
    equivalent="RSC-030",
)


def address_of_disk(rendition: Rendition) -> Iterator[Diagnostic]:
    """In all files and the package."""
    for url, place in addresses(rendition):
        if url.scheme == "file":
            yield RULE.at(place(), f"{url.text} is a file on a disk", "put it into the book")
