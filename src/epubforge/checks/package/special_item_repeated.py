"""C053: special item repeated."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C053",
    "special-item-repeated",
    Severity.ERROR,
    page="""\
Several items claim what only one may be: the cover picture, or the document that leads to
regions.

Why it matters
    Shops show one of them, and not all the same one.
Bad
    Two items with properties="cover-image"
Good
    One item with properties="cover-image"
Reference
    EPUB 3.3, cover-image: https://www.w3.org/TR/epub-33/#sec-cover-image
""",
    equivalent="RSC-005",
)


def special_item_repeated(rendition: Rendition) -> Iterator[Diagnostic]:
    """One finding for each such property."""
    for name in ("cover-image", "data-nav"):
        found = [item for item in rendition.package.items if name in item.properties]
        if len(found) > 1 and rendition.is_epub3:
            said = f"{len(found)} items are the {name}"
            yield RULE.at(rendition.at(found[1].element), said, "leave the property on one of them")
