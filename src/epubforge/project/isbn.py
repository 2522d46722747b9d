"""An ISBN as it is written turned into thirteen digits, or into what is wrong with it."""

from __future__ import annotations

from epubforge.diagnostics import Rule, Severity
from epubforge.model.isbn import isbn_fault
from epubforge.project.node import Node

INVALID_ISBN = Rule(
    "P006",
    "invalid-isbn",
    Severity.ERROR,
    """A number that is not an ISBN.

Why it matters
    Shops and libraries find a book by its ISBN and refuse one whose check digit is wrong. The most
    frequent cause is two digits that changed places.
Bad
    isbn = "978-3-86930-689-5"
Good
    isbn = "978-3-86930-689-6"
Reference
    ISBN Users' Manual https://www.isbn-international.org/content/isbn-users-manual
""",
    blocking=True,
    configuration=True,
)


def read_isbn(node: Node) -> str:
    """The ISBN as it is written, once it is found to be one.

    Raises:
        MistakeError: it is no text, or no ISBN; the right check digit is named.
    """
    written = node.text('a text: "978-…"')
    fault = isbn_fault(written)
    if fault:
        raise node.mistake(INVALID_ISBN, f"{written} is not an ISBN: {fault[0]}", fault[1])
    return written
