"""C121: entity external."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page

RULE = Rule(
    "C121",
    "entity-external",
    Severity.ERROR,
    page="""\
A file declares an entity whose text lies elsewhere.

Why it matters
    Reading systems do not fetch it, for it could be anything on the reader's device.
Bad
    <!ENTITY chapter SYSTEM "chapter-2.txt">
Good
    The text itself.
Reference
    EPUB 3.3, XML conformance: https://www.w3.org/TR/epub-33/#sec-xml-constraints
""",
    equivalent="HTM-003",
)


def entity_external(page: Page) -> Iterator[Diagnostic]:
    """Every such declaration, in EPUB 3."""
    for name, at in page.document.external_entities if not page.package.is_epub2 else ():
        said = f"the entity {name} lies elsewhere"
        yield RULE.at(page.at_byte(at), said, "put the text itself in")
