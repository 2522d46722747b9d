"""C125: encoding other."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.held import Held

RULE = Rule(
    "C125",
    "encoding-other",
    Severity.ERROR,
    page="""\
A file is written in another encoding than UTF-8 and UTF-16.

Why it matters
    Reading systems need know no other, and show signs in place of letters.
Bad
    encoding="ISO-8859-1"
Good
    encoding="UTF-8"
Reference
    EPUB 3.3, XML conformance: https://www.w3.org/TR/epub-33/#sec-xml-constraints
""",
    equivalent="RSC-028",
)


def encoding_other(held: Held) -> Iterator[Diagnostic]:
    """By the first bytes and the declaration; a stylesheet has a rule of its own."""
    document = held.document
    is_known = document.encoding == "utf-8" or document.encoding.startswith("utf-16")
    if document.fault is not None or is_known or document.declared_encoding == "UTF-16":
        return
    said = f"{document.name} is written in {document.declared_encoding or document.encoding}"
    yield RULE.at(held.book.place(document.name), said, "save it in UTF-8")
