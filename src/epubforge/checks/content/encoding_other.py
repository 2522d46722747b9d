"""C125: encoding other."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.page import Page

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


def encoding_other(page: Page) -> Iterator[Diagnostic]:
    """By the first bytes and the declaration; a stylesheet has a rule of its own."""
    encoding = page.document.encoding
    if page.kind == types.CSS or encoding == "utf-8" or encoding.startswith("utf-16"):
        return
    if page.document.declared_encoding == "UTF-16":
        return
    said = f"{page.path} is written in {page.document.declared_encoding or encoding}"
    yield RULE.at(page.whole, said, "save it in UTF-8")
