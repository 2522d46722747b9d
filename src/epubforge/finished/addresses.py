"""Every address in a book: in its pages and styles, and in its package document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from epubforge.finished.rendition import Rendition
from epubforge.finished.url import Url, resolve
from epubforge.source import EntryPlace


def addresses(rendition: Rendition) -> Iterator[tuple[Url, Callable[[], EntryPlace]]]:
    """Each address, and how its place is found when it is wanted."""
    package, book = rendition.package, rendition.book
    for item in package.items:
        yield item.url, partial(rendition.at, item.element)
    for element in package.elements("link"):
        if "href" in element.attributes:
            yield resolve(package.path, element.get("href")), partial(rendition.at, element)
    for reference in rendition.facts.references():
        yield reference.url, partial(book.at_byte, reference.source, reference.at)
