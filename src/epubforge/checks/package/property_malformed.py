"""C082: property malformed."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import vocabulary
from epubforge.finished.named import PLACES
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C082",
    "property-malformed",
    Severity.ERROR,
    page="""\
A property has a colon with nothing before or after it.

Why it matters
    It means nothing.
Bad
    <meta property="dcterms:">2024</meta>
Good
    <meta property="dcterms:created">2024</meta>
Reference
    EPUB 3.3, the property data type: https://www.w3.org/TR/epub-33/#sec-property-datatype
""",
    equivalent="OPF-026",
)


def property_malformed(rendition: Rendition) -> Iterator[Diagnostic]:
    """Wherever a property may be named."""
    for name, attribute, _ in PLACES if rendition.is_epub3 else ():
        for element in rendition.package.elements(name):
            for word in element.tokens(attribute):
                if vocabulary.is_malformed(word):
                    yield RULE.at(
                        rendition.at(element), f"{word} is no property", "write prefix:name"
                    )
