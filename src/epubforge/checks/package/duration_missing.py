"""C055: duration missing."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C055",
    "duration-missing",
    Severity.ERROR,
    page="""\
The book has media overlays, and does not say how long they are: each, and all together.

Why it matters
    Readers see how long a chapter takes, and how far they are.
Bad
    <item … media-overlay="smil"/>, and no media:duration
Good
    <meta property="media:duration" refines="#smil">0:32:29</meta> <meta
      property="media:duration">0:32:29</meta>
Reference
    EPUB 3.3, overlays package metadata: https://www.w3.org/TR/epub-33/#sec-mo-package-metadata
""",
    equivalent="RSC-005",
)


def duration_missing(rendition: Rendition) -> Iterator[Diagnostic]:
    """Of the book, and of each overlay that a page has."""
    package = rendition.package
    spoken = [item for item in package.items if item.overlay]
    if not spoken or not rendition.is_epub3:
        return
    said_of = {
        meta.get("refines").strip()
        for meta in package.elements("meta")
        if meta.get("property").strip() == "media:duration"
    }
    if "" not in said_of:
        yield RULE.at(
            rendition.root, "the media:duration of the book is missing", "add all durations"
        )
    for item in spoken:
        if f"#{item.overlay}" not in said_of:
            said = f"the media:duration of {item.overlay} is missing"
            yield RULE.at(
                rendition.at(item.element), said, f'say it with refines="#{item.overlay}"'
            )
