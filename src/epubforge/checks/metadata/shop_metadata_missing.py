"""B051: a book on its way to the shops that does not say what shops ask for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.numbers import has_isbn
from epubforge.finished.rendition import Rendition
from epubforge.tree.names import DC

if TYPE_CHECKING:
    from epubforge.model.book import Book
    from epubforge.model.metadata import Metadata
    from epubforge.model.publication import Publication

RULE = Rule(
    "B051",
    "shop-metadata-missing",
    Severity.NOTE,
    page="""\
A book with an ISBN or a price lacks a maker, a publisher or a description.

Why it matters
    Shops and libraries ask for all three before they list a book, and readers find it by them.
    What stands in the book is filled in by most of them without being typed again. A book
    without ISBN and price is taken for a private one, and left in peace.
Bad
    [book]
    title = "Heroes of Labour"
    language = "en"
    isbn = "978-3-86930-689-6"
Good
    [book]
    title = "Heroes of Labour"
    language = "en"
    isbn = "978-3-86930-689-6"
    publisher = "A Publishing House"
    description = "A hundred portraits of miners, taken as they came up from the shift."

    [[book.contributors]]
    name = "Gleb Kosorukov"
    roles = ["photographer"]
""",
)


def shop_metadata_missing(book: Book, publication: Publication) -> Iterator[Diagnostic]:
    """One finding, at the settings, that names all that is missing."""
    metadata = book.metadata
    missing = _missing(metadata)
    if missing and (metadata.isbn or metadata.price):
        reason = "an ISBN" if metadata.isbn else "a price"
        yield RULE.at(
            book.settings_span,
            f"the book has {reason}, but no {' and no '.join(missing)}",
            f"add {', '.join(_KEYS[name] for name in missing)}",
        )


def in_stranger(rendition: Rendition) -> Iterator[Diagnostic]:
    """Of a finished book that has an ISBN, where shops are asked."""
    named = rendition.package.document.named
    said = {"maker": "creator", "publisher": "publisher", "description": "description"}
    missing = [word for word, name in said.items() if not named.get(f"{DC} {name}")]
    if missing and rendition.book.shops and has_isbn(rendition.package):
        yield RULE.at(
            rendition.root,
            f"the book has an ISBN, but no {' and no '.join(missing)}",
            f"add {', '.join(f'dc:{said[word]}' for word in missing)}",
        )


_KEYS = {
    "maker": "[[book.contributors]]",
    "publisher": "publisher",
    "description": "description",
}


def _missing(metadata: Metadata) -> list[str]:
    given = {
        "maker": metadata.contributors,
        "publisher": metadata.publisher,
        "description": metadata.description,
    }
    return [name for name, value in given.items() if not value]
