"""C052: navigation item count."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C052",
    "navigation-item-count",
    Severity.ERROR,
    page="""\
Not exactly one item of the manifest is the navigation document.

Why it matters
    Without it a reader has no table of contents.
Bad
    <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml"/>
Good
    <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
Reference
    EPUB 3.3, navigation document: https://www.w3.org/TR/epub-33/#sec-nav
""",
    equivalent="RSC-005",
)


def navigation_item_count(rendition: Rendition) -> Iterator[Diagnostic]:
    """Items with the property nav, and what type they have."""
    if not rendition.is_epub3:
        return
    found = [item for item in rendition.package.items if "nav" in item.properties]
    manifest = rendition.package.elements("manifest")[:1]
    if len(found) != 1 and manifest:
        said = f"{len(found) or 'no'} items of the manifest are the navigation document"
        yield RULE.at(rendition.at(manifest[0]), said, 'give one of them properties="nav"')
    for item in found:
        if item.media_type != types.XHTML:
            said = f"the navigation document {item.href} is {item.media_type}"
            yield RULE.at(rendition.at(item.element), said, f"write {types.XHTML}")
