"""C262: bytes not utf8."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.held import Held

RULE = Rule(
    "C262",
    "bytes-not-utf8",
    Severity.WARNING,
    page="""\
A file that should be UTF-8 has bytes that are not.

Why it matters
    Reading systems show a sign for what cannot be read in their places, or refuse the whole page.
    Mostly a text in an older encoding was put into the file as it was.
Bad
    caf\\xe9, which is “café” in Latin-1
Good
    caf\\xc3\\xa9, which is “café” in UTF-8
Reference
    XML, encodings: https://www.w3.org/TR/xml/#charencoding
""",
)


def bytes_not_utf8(held: Held) -> Iterator[Diagnostic]:
    """At the first of them, as it shows."""
    if held.document.is_repaired:
        at = held.document.content.find("\ufffd".encode())
        place = held.book.place(held.document.name, held.document, at)
        yield RULE.at(place, f"{held.document.name} is not UTF-8 throughout", "save it in UTF-8")
