"""C123: xml version wrong."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.book import CONTAINER_FILE
from epubforge.finished.held import Held

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


def xml_version_wrong(held: Held) -> Iterator[Diagnostic]:
    """By its declaration; what lies beside the container file is no resource of a publication."""
    document = held.document
    is_aside = document.name.startswith("META-INF/") and document.name != CONTAINER_FILE
    if document.fault is None and document.version != "1.0" and not is_aside:
        place = held.book.place(document.name, document, 0)
        said = f"{document.name} says it is XML {document.version}"
        yield RULE.at(place, said, 'write version="1.0"')
