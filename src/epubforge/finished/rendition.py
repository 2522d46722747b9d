"""One package of a book with what was learnt of its documents, for the questions about them all."""

from __future__ import annotations

from dataclasses import dataclass, field

from epubforge.finished.book import Finished
from epubforge.finished.facts import Facts
from epubforge.finished.package import Package
from epubforge.source import EntryPlace
from epubforge.tree.document import Element


@dataclass(frozen=True, slots=True)
class Rendition:
    """What the rules on a package, and on how its files hang together, are asked of."""

    book: Finished
    package: Package
    facts: Facts = field(default_factory=Facts)
    """Empty until all documents were read."""

    @property
    def is_epub3(self) -> bool:
        """Whether it follows EPUB 3."""
        return not self.package.is_epub2

    def at(self, element: Element) -> EntryPlace:
        """The place of an element of the package document."""
        return self.book.at(self.package.document, element)

    @property
    def whole(self) -> EntryPlace:
        """The package document as a whole."""
        return self.book.place(self.package.path)

    @property
    def root(self) -> EntryPlace:
        """The place of its outermost element."""
        root = self.package.document.root
        return self.whole if root is None else self.at(root)
