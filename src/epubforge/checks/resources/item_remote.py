"""C072: item remote."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C072",
    "item-remote",
    Severity.ERROR,
    page="""\
The manifest lists a resource elsewhere that must lie in the book.

Why it matters
    Offline, and in most reading systems always, it is missing. Only sound, film and fonts may lie
    elsewhere.
Bad
    <item href="https://example.org/map.png" media-type="image/png" …/>
Good
    <item href="map.png" media-type="image/png" …/>
Reference
    EPUB 3.3, resource locations: https://www.w3.org/TR/epub-33/#sec-resource-locations
""",
    equivalent="RSC-006",
)


def item_remote(rendition: Rendition) -> Iterator[Diagnostic]:
    """Where scripts may fetch it, it is let pass: that is another rule's note."""
    scripted = any("scripted" in item.properties for item in rendition.package.items)
    named = {r.url.resource for r in rendition.facts.references() if r.url.path is None}
    for item in rendition.package.items if rendition.is_epub3 else ():
        kind = item.media_type
        if item.url.scheme in {None, "data"} or item.resource in named:
            continue
        if types.is_audio(kind) or types.is_video(kind) or types.is_font(kind) or scripted:
            continue
        said = f"{item.href} must lie in the book"
        yield RULE.at(rendition.at(item.element), said, "put the file in, and name it by its path")
