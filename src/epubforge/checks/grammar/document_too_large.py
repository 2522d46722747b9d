"""C029: document too large."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.held import Held
from epubforge.tree.names import OPF

RULE = Rule(
    "C029",
    "document-too-large",
    Severity.WARNING,
    page="""\
A file has more elements, or more of them inside each other, than any page of a book; it was not
read to its end. Where it is the package document this is an error, for then nothing of the book was
looked at.

Why it matters
    Reading systems stop at such a page, or take minutes for it. What is wrong with it is not told.
Bad
    A page with a hundred thousand elements inside each other
Good
    Chapters in files of their own
""",
)


def document_too_large(held: Held) -> Iterator[Diagnostic]:
    """By what the reading is bounded by."""
    if held.document.is_too_large:
        place = held.book.place(held.document.name)
        said = f"{held.document.name} is too large to be looked at: it has {held.document.excess}"
        found = RULE.at(place, said, "divide it")
        # Of a book whose package is not looked at nothing is known.
        yield replace(found, severity=Severity.ERROR) if _is_package(held) else found


def _is_package(held: Held) -> bool:
    root = held.document.root
    return root is not None and root.name == f"{OPF} package"
