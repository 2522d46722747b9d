"""C209: spoken class undeclared."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C209",
    "spoken-class-undeclared",
    Severity.NOTE,
    page="""\
A stylesheet has the well-known class for what is spoken, and the package does not name it.

Why it matters
    Reading systems do not use it.
Bad
    .-epub-media-overlay-active { color: red }, and no media:active-class
Good
    <meta property="media:active-class">-epub-media-overlay-active</meta>
Reference
    EPUB 3.3, associating style information: https://www.w3.org/TR/epub-33/#sec-docs-assoc-style
""",
    equivalent="CSS-029",
)


_CLASSES = {
    "-epub-media-overlay-active": "media:active-class",
    "-epub-media-overlay-playing": "media:playback-active-class",
}


def spoken_class_undeclared(rendition: Rendition) -> Iterator[Diagnostic]:
    """Both classes, wherever they are styled."""
    for path, document in rendition.facts.documents.items():
        for name, at in document.media_classes:
            wanted = _CLASSES[name]
            if not rendition.package.meta_values(wanted):
                place = rendition.book.at_byte(path, at)
                yield RULE.at(place, f".{name} is styled, and {wanted} not said", f"say {wanted}")
