"""I082: picture choice untyped."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.references import Use
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "I082",
    "picture-choice-untyped",
    Severity.ERROR,
    page="""\
A picture to choose is one that reading systems need not know, and its type is not said.

Why it matters
    They cannot pass it over before they have fetched it.
Bad
    <source srcset="a.avif"/>
Good
    <source srcset="a.avif" type="image/avif"/>
Reference
    EPUB 3.3, foreign resources: https://www.w3.org/TR/epub-33/#sec-foreign-resources
""",
    equivalent="MED-007",
)


def picture_choice_untyped(rendition: Rendition) -> Iterator[Diagnostic]:
    """The sources of picture elements."""
    for reference in rendition.facts.references(Use.SOURCE) if rendition.is_epub3 else ():
        item = rendition.package.by_resource.get(reference.url.resource)
        if item is None or reference.type:
            continue
        if not types.is_core(item.media_type):
            place = rendition.book.at_byte(reference.source, reference.at)
            yield RULE.at(place, f"{item.href} is {item.media_type}", "say its type")
