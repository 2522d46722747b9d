"""The reading order of a book: each step with its title, its layout and its length."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from epubforge.finished.book import Finished
from epubforge.finished.package import Itemref, Package
from epubforge.inventory.contents import Contents
from epubforge.inventory.page_text import PageText, read_page
from epubforge.inventory.words import Length
from epubforge.tree.document import Document

MOST_TEXT = 1 << 25
"""Bytes of all documents together that are read: the longest works have a third of that."""
_LAYOUTS = {
    "rendition:layout-pre-paginated": "pre-paginated",
    "rendition:layout-reflowable": "reflowable",
}
_SIDES = {
    name: side
    for side in ("left", "right", "center")
    for name in (f"page-spread-{side}", f"rendition:page-spread-{side}")
}


@dataclass(frozen=True, slots=True)
class Step:
    """A document of the reading order."""

    path: str
    """Empty where the spine names nothing that is in the book."""
    title: str
    """As the contents call it, else its first heading, else its own title."""
    linear: bool
    layout: str
    """Where it differs from the book's: reflowable or pre-paginated."""
    side: str
    """left, right or center, where it must stand on that side of a spread."""
    words: int
    characters: int
    bytes: int


@dataclass(frozen=True, slots=True)
class ReadStep:
    """A step, and what was read of its document."""

    step: Step
    text: PageText
    length: Length
    fault: str | None
    """Why it could not be read, or not to its end."""


def read_in_order(book: Finished, package: Package, contents: Contents) -> tuple[ReadStep, ...]:
    """Every step of the spine; a document that stands in it twice is read once."""
    titles: dict[str, str] = {}
    for _, entry in contents.lines:
        if entry.title:
            titles.setdefault(entry.path, entry.title)
    reading = _Reading(book)
    return tuple(_read(reading, package, step, titles) for step in package.spine)


def _read(reading: _Reading, package: Package, step: Itemref, titles: dict[str, str]) -> ReadStep:
    path = (step.item.path if step.item is not None else None) or ""
    page = reading.page(path)
    told = Step(
        path=path,
        title=titles.get(path) or page.text.heading or page.text.title,
        linear=step.is_linear,
        layout=_first(_LAYOUTS, step.properties),
        side=_first(_SIDES, step.properties),
        words=page.length.words,
        characters=page.length.characters,
        bytes=reading.book.entries[path].size if path in reading.book.entries else 0,
    )
    return ReadStep(told, page.text, page.length, page.fault)


@dataclass(frozen=True, slots=True)
class _Page:
    text: PageText
    length: Length = field(default_factory=Length)
    fault: str | None = None


class _Reading:
    """The documents of a book, each read once, and no more of them than any book has."""

    def __init__(self, book: Finished) -> None:
        self.book = book
        self._pages: dict[str, _Page] = {}
        self._left = MOST_TEXT

    def page(self, path: str) -> _Page:
        if path not in self._pages:
            self._pages[path] = self._read(path)
        return self._pages[path]

    def _read(self, path: str) -> _Page:
        book = self.book
        if path not in book.entries:
            return _Page(PageText(), fault="it is not in the book")
        if book.is_locked(path) or book.entries[path].encrypted:
            return _Page(PageText(), fault="it is encrypted")
        self._left -= book.entries[path].size
        if self._left < 0:
            return _Page(PageText(), fault="all texts together are far too large")
        document = book.document(path)
        if document is None:
            why = "it is far too large" if path in book.oversized else book.damaged.get(path)
            return _Page(PageText(), fault=why or "it cannot be read")
        text = read_page(document)
        return _Page(text, text.length, _fault(document))


def _fault(document: Document) -> str | None:
    if document.is_too_large:
        return "it is far too large: it was not read to its end"
    return f"it is no well-formed XML: {document.fault.reason}" if document.fault else None


def _first(known: dict[str, str], properties: Iterable[str]) -> str:
    return next((known[each] for each in properties if each in known), "")
