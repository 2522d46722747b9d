"""R042: a book whose ISBN stands neither in it nor in its file's name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from epubforge.checks.shops import those, verb
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.numbers import has_isbn, holds_isbn
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "R042",
    "isbn-not-in-book",
    Severity.NOTE,
    page="""\
The ISBN stands neither in an identifier of the book nor in its file's name.

Why it matters
    Kobo finds the book that belongs to the metadata it was sent by the ISBN in `dc:identifier`, or
    in the name of the file. Kobo Writing Life asks for none. It is asked only where Kobo is named:
    many books have no ISBN.
Bad
    <dc:identifier>urn:uuid:…</dc:identifier> in heroes.epub
Good
    isbn = "978-…", or 9783869306896.epub
Reference
    Kobo, github.com/kobolabs/epub-spec, "OPF" (read 2026-11-23, certain)
""",
)


def isbn_not_in_book(rendition: Rendition) -> Iterator[Diagnostic]:
    """Any identifier counts, whatever it is called."""
    asking = those(rendition.book.shops, lambda shop: shop.book.isbn is True)
    name = PurePosixPath(rendition.book.archive.path).stem
    if asking and not has_isbn(rendition.package) and not holds_isbn(name):
        yield RULE.at(
            rendition.root,
            f"neither book nor file's name has an ISBN; {verb(asking, 'asks', 'ask')} for it",
            "write isbn under [book] in book.toml, or name the file by the ISBN",
        )
