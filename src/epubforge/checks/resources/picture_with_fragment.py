"""I080: picture with fragment."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.references import Use
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "I080",
    "picture-with-fragment",
    Severity.WARNING,
    page="""\
A picture is used by a part of its address that pictures do not have.

Why it matters
    Photographs and their kin have no parts; some reading systems show nothing.
Bad
    <img src="ada.jpg#face" alt=""/>
Good
    <img src="ada.jpg" alt=""/>
Reference
    EPUB 3.3, fragments: https://www.w3.org/TR/epub-33/#sec-container-iri
""",
    equivalent="RSC-009",
)


def picture_with_fragment(rendition: Rendition) -> Iterator[Diagnostic]:
    """Pictures that are no drawings."""
    for reference in rendition.facts.references(Use.IMAGE, Use.SOURCE):
        if reference.url.fragment is None:
            continue
        item = rendition.package.by_resource.get(reference.url.resource)
        if item is not None and types.is_image(item.media_type) and item.media_type != types.SVG:
            place = rendition.book.at_byte(reference.source, reference.at)
            yield RULE.at(place, f"{reference.url.text} is a part of a picture", "name the picture")
