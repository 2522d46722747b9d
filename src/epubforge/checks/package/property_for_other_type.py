"""C084: property for other type."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C084",
    "property-for-other-type",
    Severity.ERROR,
    page="""\
An item has a property that things of its media type cannot have.

Why it matters
    A cover that is no picture is not shown; a navigation document that is no XHTML is not read.
Bad
    <item href="cover.xhtml" media-type="application/xhtml+xml" properties="cover-image" …/>
Good
    <item href="cover.jpg" media-type="image/jpeg" properties="cover-image" …/>
Reference
    EPUB 3.3, manifest properties vocabulary:
    https://www.w3.org/TR/epub-33/#app-item-properties-vocab
""",
    equivalent="OPF-012",
)


_ONLY_XHTML = frozenset({"nav", "data-nav", "dictionary", "glossary", "index"})
_PAGES = frozenset({"mathml", "scripted", "svg", "switch"})


def property_for_other_type(rendition: Rendition) -> Iterator[Diagnostic]:
    """Which property is for what type."""
    for item in rendition.package.items if rendition.is_epub3 else ():
        kind = item.media_type
        for name in item.properties:
            wrong = (name == "cover-image" and not types.is_image(kind)) or (
                name in _PAGES and kind not in {types.XHTML, types.SVG}
            )
            if name in _ONLY_XHTML and kind != types.XHTML:
                wrong = not (name in {"dictionary", "glossary"} and kind == types.SEARCH_KEY_MAP)
            if name == "search-key-map" and kind != types.SEARCH_KEY_MAP:
                wrong = True
            if wrong and not (name == "nav" and kind == types.XHTML):
                said = f"{item.href} is {kind}, and cannot be {name}"
                yield RULE.at(rendition.at(item.element), said, "take the property out")
