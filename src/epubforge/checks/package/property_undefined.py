"""C080: property undefined."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import vocabulary
from epubforge.finished.named import named_properties
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C080",
    "property-undefined",
    Severity.ERROR,
    page="""\
A property is named that its vocabulary does not have.

Why it matters
    Reading systems pass it over; most often it is a slip of the pen.
Bad
    <itemref idref="one" properties="page-left"/>
Good
    <itemref idref="one" properties="page-spread-left"/>
Reference
    EPUB 3.3, vocabularies: https://www.w3.org/TR/epub-33/#app-vocabs
""",
    equivalent="OPF-027",
)


def property_undefined(rendition: Rendition) -> Iterator[Diagnostic]:
    """Properties without prefix, or with a reserved one whose words are all known."""
    for element, place, prefix, name, _ in named_properties(rendition):
        if not vocabulary.is_known(place, prefix, name):
            word = f"{prefix}:{name}" if prefix else name
            said = f"there is no property {word} for {element.local}"
            yield RULE.at(rendition.at(element), said, "look it up in EPUB's vocabularies")
