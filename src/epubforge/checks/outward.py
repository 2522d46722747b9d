"""Where a finished EPUB leads out to the web, with every place that does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from epubforge.checks.walk import pages
from epubforge.finished.book import Finished
from epubforge.finished.package import Package
from epubforge.finished.url import Url, resolve
from epubforge.model.archive import Archive
from epubforge.source import EntryPlace
from epubforge.tree.document import Element
from epubforge.tree.names import DC

_WEB = frozenset({"http", "https"})
_ADDRESS = re.compile(r"https?://\S+", re.I)
_NAMES = frozenset({f"{DC} identifier", f"{DC} conformsTo"})
"""Elements whose addresses are names, which nobody opens."""
_CONFORMS = "dcterms:conformsTo"


def outward(archive: Archive) -> Iterator[tuple[str, EntryPlace]]:
    """The addresses of its packages and documents, in their order."""
    if not all(entry.is_named_in_utf8 for entry in archive.entries):
        return  # what its files are called cannot be known
    book = Finished(archive)
    for package in book.packages:
        for element, text in _of_package(package):
            url = resolve(package.path, text)
            if url.scheme in _WEB:
                yield _whole(url), book.at(package.document, element)
        for page in pages(book, package):
            for reference in page.references:
                if reference.url.scheme in _WEB:
                    yield _whole(reference.url), page.at_byte(reference.at)


def _of_package(package: Package) -> Iterator[tuple[Element, str]]:
    """Its links, remote files, and what else of its metadata is an address."""
    for link in package.elements("link"):
        if _CONFORMS not in link.tokens("rel"):
            yield link, link.get("href")
    for item in package.items:
        yield item.element, item.href
    for element in package.metadata.children() if package.metadata else ():
        text = element.text().strip()
        is_name = element.name in _NAMES or element.get("property") == _CONFORMS
        if not is_name and _ADDRESS.fullmatch(text):
            yield element, text


def _whole(url: Url) -> str:
    """An address may leave out the scheme, which is that of the page: of a book's, none."""
    return f"https:{url.text}" if url.text.startswith("//") else url.text
