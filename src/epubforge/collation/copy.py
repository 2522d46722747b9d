"""A book opened to be laid beside another: files by content, documents by what they hold."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from epubforge.collation.pairing import Items
from epubforge.collation.shelfmarks import marks
from epubforge.inventory.page_text import PageText
from epubforge.inventory.reading_order import ReadStep
from epubforge.inventory.sizes import kind
from epubforge.inventory.take import Inventory, Opened

_PICTURE_WEIGHT = 60.0
"""A picture tells as much of which document this is as so many characters."""


@dataclass(frozen=True)
class Copy:
    """One of the two books."""

    opened: Opened
    by_content: bool = True
    """Its files are read to be known again, not only measured."""

    @property
    def inventory(self) -> Inventory:
        """What is in it."""
        return self.opened.inventory

    @cached_property
    def marks(self) -> dict[str, str]:
        """Every file's mark; equal ones mean equal bytes."""
        return marks(self.opened.book, by_content=self.by_content)

    @cached_property
    def steps(self) -> dict[str, ReadStep]:
        """The documents of the reading order that are there, by path, each once."""
        there = self.opened.book.entries
        found: dict[str, ReadStep] = {}
        for each in self.opened.order:
            if each.step.path in there:
                found.setdefault(each.step.path, each)
        return found

    def of_kind(self, *kinds: str) -> dict[str, str]:
        """The marks of the files of some kinds that are no documents of the reading order."""
        return {
            path: mark
            for path, mark in self.marks.items()
            if path not in self.steps and kind(self.opened.package, path) in kinds
        }

    @cached_property
    def documents(self) -> dict[str, tuple[str, Items]]:
        """Mark and content of each document, in reading order."""
        return {path: (self.marks[path], self._items(e.text)) for path, e in self.steps.items()}

    def _items(self, text: PageText) -> Items:
        """Paragraphs by their words, pictures by their files."""
        found: dict[str, float] = {each.text: len(each.text) for each in text.paragraphs}
        for use in text.pictures:
            found[self.marks.get(use.resource, use.resource)] = _PICTURE_WEIGHT
        return found

    def size(self, path: str | None) -> int:
        """Of a file, packed; 0 where there is none."""
        entry = self.opened.book.entries.get(path or "")
        return entry.packed_size if entry is not None else 0

    def bytes(self, path: str | None) -> int:
        """Of a file, unpacked; 0 where there is none."""
        entry = self.opened.book.entries.get(path or "")
        return entry.size if entry is not None else 0


def texts(step: ReadStep | None) -> PageText:
    """What was read of a document; nothing where there is none."""
    return step.text if step is not None else PageText()
