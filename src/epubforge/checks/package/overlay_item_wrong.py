"""C054: overlay item wrong."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C054",
    "overlay-item-wrong",
    Severity.ERROR,
    page="""\
A page's media overlay is no media overlay, or something that is no page has one.

Why it matters
    The narration is not played.
Bad
    <item id="one" href="one.xhtml" … media-overlay="sound"/> <item id="sound" href="one.mp3" …/>
Good
    <item id="one" href="one.xhtml" … media-overlay="smil"/> <item id="smil"
      media-type="application/smil+xml" …/>
Reference
    EPUB 3.3, media overlays packaging: https://www.w3.org/TR/epub-33/#sec-docs-package
""",
    equivalent="RSC-005",
)


def overlay_item_wrong(rendition: Rendition) -> Iterator[Diagnostic]:
    """Both ends of the attribute media-overlay."""
    for item in rendition.package.items if rendition.is_epub3 else ():
        if not item.overlay:
            continue
        overlay = rendition.package.by_id.get(item.overlay)
        place = rendition.at(item.element)
        if overlay is None or overlay.media_type != types.SMIL:
            said = f"the media overlay {item.overlay} of {item.href} is no {types.SMIL}"
            yield RULE.at(place, said, "name the item of a SMIL file")
        if item.media_type not in {types.XHTML, types.SVG}:
            said = f"{item.href} is no page, and has a media overlay"
            yield RULE.at(place, said, "take media-overlay out; only XHTML and SVG have one")
