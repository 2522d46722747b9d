"""C123: xml version wrong."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page

RULE = Rule(
    "C123",
    "xml-version-wrong",
    Severity.ERROR,
    page="""\
A file says that it is of another version of XML than 1.0.

Why it matters
    Reading systems know XML 1.0.
Bad
    <?xml version="1.1"?>
Good
    <?xml version="1.0"?>
Reference
    EPUB 3.3, XML conformance: https://www.w3.org/TR/epub-33/#sec-xml-constraints
""",
    equivalent="HTM-001",
)


def xml_version_wrong(page: Page) -> Iterator[Diagnostic]:
    """By its declaration."""
    if page.document.version != "1.0":
        said = f"{page.path} says it is XML {page.document.version}"
        yield RULE.at(page.at_byte(0), said, 'write version="1.0"')
