"""C085: property deprecated."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import vocabulary
from epubforge.finished.named import named_properties
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C085",
    "property-deprecated",
    Severity.WARNING,
    page="""\
A property is used that EPUB has given up.

Why it matters
    New reading systems pass it over.
Bad
    <meta property="rendition:spread">portrait</meta>
Good
    <meta property="rendition:spread">both</meta>
Reference
    EPUB 3.3, deprecated features: https://www.w3.org/TR/epub-33/#sec-deprecated
""",
    equivalent="OPF-086",
)


def property_deprecated(rendition: Rendition) -> Iterator[Diagnostic]:
    """Properties, and one value of a property."""
    for element, place, prefix, name, _ in named_properties(rendition):
        if place not in vocabulary.DEPRECATED:
            continue
        word = f"{prefix}:{name}" if prefix else name
        valued = f"{word} {element.text().strip()}"
        for known, instead in vocabulary.DEPRECATED[place].items():
            if known in {word, valued}:
                yield RULE.at(rendition.at(element), f"{known} is given up", f"use {instead}")
