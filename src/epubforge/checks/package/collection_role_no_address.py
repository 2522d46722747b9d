"""C109: collection role no address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition
from epubforge.finished.url import resolve

RULE = Rule(
    "C109",
    "collection-role-no-address",
    Severity.WARNING,
    page="""\
A collection has a role of its own that is no address.

Why it matters
    Nobody can look up what it means.
Bad
    <collection role="our:parts">
Good
    <collection role="https://example.org/roles/parts">
Reference
    EPUB 3.3, collection: https://www.w3.org/TR/epub-33/#sec-collection-elem
""",
    equivalent="OPF-070",
)


def collection_role_no_address(rendition: Rendition) -> Iterator[Diagnostic]:
    """Roles with a colon or slash; a single word is one of EPUB's."""
    for element in rendition.package.elements("collection") if rendition.is_epub3 else ():
        for role in element.tokens("role"):
            if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", role) and resolve("", role).fault:
                yield RULE.at(rendition.at(element), f"{role} is no address", "write an address")
