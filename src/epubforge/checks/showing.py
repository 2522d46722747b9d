"""Where a picture is found: in a book of ours where it is used, else the file itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from epubforge.finished.references import Reference, Use
from epubforge.finished.rendition import Rendition
from epubforge.source import EntryPlace

_SHOWN = frozenset({Use.IMAGE, Use.SOURCE, Use.EMBEDDED})


@dataclass
class Showings:
    """The uses of a book's files, asked only when there is something to tell of one."""

    rendition: Rendition

    @cached_property
    def first(self) -> dict[str, Reference]:
        """The first use of each file that is shown, pages before stylesheets."""
        found: dict[str, Reference] = {}
        references = self.rendition.facts.references()
        for reference in sorted(references, key=lambda each: each.element == "style"):
            if reference.use in _SHOWN and reference.url.path is not None:
                found.setdefault(reference.url.path, reference)
        return found

    def of(self, path: str | None) -> EntryPlace:
        """The place to mend."""
        book = self.rendition.book
        use = self.first.get(path or "") if book.is_own else None
        return book.place(path) if use is None else book.at_byte(use.source, use.at)
