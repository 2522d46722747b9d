"""C124: encoding utf16."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.held import Held
from epubforge.tree.names import XHTML

RULE = Rule(
    "C124",
    "encoding-utf16",
    Severity.WARNING,
    page="""\
A file is written in UTF-16.

Why it matters
    It is allowed, but some reading systems show signs in place of the text.
Bad
    encoding="UTF-16"
Good
    encoding="UTF-8"
Reference
    EPUB 3.3, XML conformance: https://www.w3.org/TR/epub-33/#sec-xml-constraints
""",
    equivalent="RSC-027",
)


def encoding_utf16(held: Held) -> Iterator[Diagnostic]:
    """All XML files but XHTML pages, whose own rule it is."""
    document = held.document
    if document.fault is not None or not document.encoding.startswith("utf-16"):
        return
    if held.book.is_epub2 or document.root is None or document.root.name != f"{XHTML} html":
        said = f"{document.name} is written in UTF-16"
        yield RULE.at(held.book.place(document.name), said, "save it in UTF-8")
