"""The ISBNs of a finished book, by its identifiers."""

from __future__ import annotations

import re

from epubforge.finished.package import Package
from epubforge.model.isbn import isbn_fault
from epubforge.tree.names import DC

_DIGITS = re.compile(r"(?<!\d)(?:97[89][0-9]{10}|[0-9]{9}[0-9X])(?!\d)")


def has_isbn(package: Package) -> bool:
    """Whether an identifier of the book is an ISBN, whatever it is called."""
    return any(holds_isbn(e.text()) for e in package.document.named.get(f"{DC} identifier", ()))


def holds_isbn(text: str) -> bool:
    """Whether a sound ISBN stands in a text, with hyphens and blanks or without."""
    found = _DIGITS.findall(re.sub(r"[-\s]", "", text))
    return any(isbn_fault(each) is None for each in found)
