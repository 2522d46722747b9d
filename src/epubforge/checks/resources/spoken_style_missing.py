"""C208: spoken style missing."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C208",
    "spoken-style-missing",
    Severity.ERROR,
    page="""\
The package names classes for what is spoken, and a spoken page has no stylesheet.

Why it matters
    Readers do not see which words are spoken.
Bad
    <meta property="media:active-class">spoken</meta>, and pages without styles
Good
    <link rel="stylesheet" href="style.css"/> in each page
Reference
    EPUB 3.3, associating style information: https://www.w3.org/TR/epub-33/#sec-docs-assoc-style
""",
    equivalent="CSS-030",
)


def spoken_style_missing(rendition: Rendition) -> Iterator[Diagnostic]:
    """Pages with an overlay."""
    names = ("media:active-class", "media:playback-active-class")
    if not any(rendition.package.meta_values(name) for name in names):
        return
    for item in rendition.package.items:
        document = rendition.facts.documents.get(item.path or "")
        if item.overlay and document is not None and document.is_read and not document.has_styles:
            yield RULE.at(
                rendition.book.place(item.path), f"{item.href} has no styles", "link a stylesheet"
            )
