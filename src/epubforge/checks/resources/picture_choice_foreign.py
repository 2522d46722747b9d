"""I081: picture choice foreign."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.references import Use
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "I081",
    "picture-choice-foreign",
    Severity.ERROR,
    page="""\
The picture that a picture element falls back to is one that reading systems need not know.

Why it matters
    Who knows none of the choices sees nothing.
Bad
    <picture><source srcset="a.avif" type="image/avif"/><img src="a.jxl" alt=""/></picture>
Good
    <picture><source srcset="a.avif" type="image/avif"/><img src="a.jpg" alt=""/></picture>
Reference
    EPUB 3.3, foreign resources: https://www.w3.org/TR/epub-33/#sec-foreign-resources
""",
    equivalent="MED-003",
)


def picture_choice_foreign(rendition: Rendition) -> Iterator[Diagnostic]:
    """The img of a picture element, with its srcset."""
    for reference in rendition.facts.references(Use.IMAGE) if rendition.is_epub3 else ():
        item = rendition.package.by_resource.get(reference.url.resource)
        if reference.in_picture and item is not None and not types.is_core(item.media_type):
            place = rendition.book.at_byte(reference.source, reference.at)
            yield RULE.at(
                place, f"{item.href} is {item.media_type}", "let img be JPEG, PNG, GIF, SVG or WebP"
            )
