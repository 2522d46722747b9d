"""C203: overlay silent."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.overlays import spoken
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C203",
    "overlay-silent",
    Severity.ERROR,
    page="""\
A page names a media overlay that does not speak it.

Why it matters
    Nothing is heard on the page.
Bad
    <item href="one.xhtml" media-overlay="smil" …/>, and the overlay speaks two.xhtml
Good
    An overlay with <text src="one.xhtml#p1"/>
Reference
    EPUB 3.3, media overlays packaging: https://www.w3.org/TR/epub-33/#sec-docs-package
""",
    equivalent="MED-013",
)


def overlay_silent(rendition: Rendition) -> Iterator[Diagnostic]:
    """Pages whose overlay was read."""
    package = rendition.package
    heard = {item.id for item, _ in spoken(rendition)}
    for item in package.items:
        overlay = package.by_id.get(item.overlay)
        if overlay is None or overlay.path not in rendition.facts.documents or item.id in heard:
            continue
        if overlay.media_type == types.SMIL:
            said = f"{overlay.href} does not speak {item.href}"
            yield RULE.at(rendition.at(item.element), said, "name the overlay that does")
