"""L047: type differs."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "L047",
    "type-differs",
    Severity.WARNING,
    page="""\
An element says another media type of a file than the manifest.

Why it matters
    Reading systems take one of them, and not all the same.
Bad
    <object data="a.svg" type="image/png">, and the item says image/svg+xml
Good
    <object data="a.svg" type="image/svg+xml">
Reference
    EPUB 3.3, item: https://www.w3.org/TR/epub-33/#sec-item-elem
""",
    equivalent="OPF-013",
)


def type_differs(rendition: Rendition) -> Iterator[Diagnostic]:
    """Elements with the attribute type; parameters set aside."""
    for reference in rendition.facts.references() if rendition.is_epub3 else ():
        item = rendition.package.by_resource.get(reference.url.resource)
        if (
            item is not None
            and reference.type
            and types.plain(reference.type) != types.plain(item.media_type)
        ):
            place = rendition.book.at_byte(reference.source, reference.at)
            said = f"{item.href} is {reference.type} here, and {item.media_type} in the manifest"
            yield RULE.at(place, said, "say the same")
