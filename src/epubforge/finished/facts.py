"""What is kept of each document once it was read: small values for the questions about them all."""

from __future__ import annotations

from dataclasses import dataclass, field

from epubforge.finished.heard import Heard
from epubforge.finished.references import Reference, Use


@dataclass(slots=True)
class DocumentFacts:
    """Of one document."""

    path: str
    ids: dict[str, tuple[int, str]] = field(default_factory=dict)
    """Each id with its place in the order of the text and what kind of thing has it."""
    has_ids: bool = False
    """It is a page or a drawing, whose parts are named by ids."""
    references: list[Reference] = field(default_factory=list)
    semantics: frozenset[str] = frozenset()
    """The values of epub:type."""
    elements: frozenset[str] = frozenset()
    """The local names of its XHTML elements."""
    is_read: bool = True
    """False: it is encrypted or damaged, and nothing can be said of what it holds."""
    has_page_breaks: bool = False
    has_styles: bool = False
    media_classes: tuple[tuple[str, int], ...] = ()
    viewport: tuple[int, int, int] | None = None
    """Width and height of a fixed page in CSS pixels, and where they stand, in bytes."""
    heard: Heard = field(default_factory=Heard)
    """What it is to readers who do not see it."""


@dataclass(slots=True)
class Facts:
    """Of all documents, by path."""

    documents: dict[str, DocumentFacts] = field(default_factory=dict)

    _references: list[Reference] = field(default_factory=list, repr=False)
    _by_use: dict[Use, list[Reference]] = field(default_factory=dict, repr=False)

    def references(self, *uses: Use) -> list[Reference]:
        """All references of the book, document by document, or those of some uses, use by use.

        Asked when all documents were read.
        """
        if not self._references:
            self._references = [
                r for document in self.documents.values() for r in document.references
            ]
            for reference in self._references:
                self._by_use.setdefault(reference.use, []).append(reference)
        if not uses:
            return self._references
        return [each for use in uses for each in self._by_use.get(use, ())]
