"""R043: an identifier that should be an ISBN and is none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition
from epubforge.model.isbn import isbn_fault
from epubforge.tree.document import Element
from epubforge.tree.names import DC, OPF

RULE = Rule(
    "R043",
    "isbn-wrong",
    Severity.WARNING,
    page="""\
An identifier of a finished book says that it is an ISBN, and its digits are wrong.

Why it matters
    Shops refuse a number whose check digit does not fit, or file the book under another one. Two
    digits have changed places most of the time.
Bad
    <dc:identifier>urn:isbn:9783869306895</dc:identifier>
Good
    <dc:identifier>urn:isbn:9783869306896</dc:identifier>
Reference
    ISBN Users' Manual https://www.isbn-international.org/content/isbn-users-manual
""",
)
_CALLED = re.compile(r"\s*(?:urn:)?isbn[-\s:]*(?:1[03]\s*[:\s])?\s*", re.IGNORECASE)
_LONGEST = 60
_LOOKS_LIKE = re.compile(r"97[89][-\s]?(?:[0-9][-\s]?){9,10}[0-9X]")


def isbn_wrong(rendition: Rendition) -> Iterator[Diagnostic]:
    """Identifiers that are called so, or begin as all ISBNs do."""
    named = rendition.package.document.named if rendition.book.shops else {}
    for element in named.get(f"{DC} identifier", ()):
        number = _number(element)
        fault = isbn_fault(number) if number else None
        if fault is not None:
            yield RULE.at(rendition.at(element), f"{number} is not an ISBN: {fault[0]}", fault[1])


def _number(element: Element) -> str:
    """The digits that should be an ISBN; empty where nothing says so."""
    text = " ".join(element.text().split())
    called = _CALLED.match(text)
    if called:
        return text[called.end() :][:_LONGEST]
    scheme = element.get(f"{OPF} scheme").strip().upper()
    return text if scheme.startswith("ISBN") or _LOOKS_LIKE.fullmatch(text) else ""
