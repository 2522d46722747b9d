"""What is wrong with the descriptions of a book's pictures, asked before anything is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from epubforge.checks.accessibility.alt_announces_picture import alt_announces_picture
from epubforge.checks.accessibility.alt_is_file_name import alt_is_file_name
from epubforge.checks.accessibility.alt_repeats_caption import alt_repeats_caption
from epubforge.checks.accessibility.alt_too_long import alt_too_long
from epubforge.checks.accessibility.alt_used_twice import alt_used_twice
from epubforge.checks.accessibility.decoration_with_alt import decoration_with_alt
from epubforge.checks.accessibility.image_without_alt import image_without_alt
from epubforge.diagnostics import Diagnostic
from epubforge.model.publication import AccessibilityMetadata, Publication

if TYPE_CHECKING:
    from epubforge.model.book import Book

_RULES = (
    image_without_alt, alt_is_file_name, alt_repeats_caption, decoration_with_alt,
    alt_announces_picture, alt_used_twice, alt_too_long,
)  # fmt: skip


def description_faults(book: Book) -> Iterator[Diagnostic]:
    """The findings of the rules on descriptions; none of them looks at the publication."""
    nothing = AccessibilityMetadata((), (), (), (), "")
    publication = Publication(book.metadata, nothing, book.modified, (), (), (), ())
    for rule in _RULES:
        yield from rule(book, publication)
