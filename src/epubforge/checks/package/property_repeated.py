"""C048: property repeated."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C048",
    "property-repeated",
    Severity.ERROR,
    page="""\
A property that may be said once is said again.

Why it matters
    Reading systems take one of the two, and not all the same one.
Bad
    <meta property="rendition:layout">pre-paginated</meta> <meta
      property="rendition:layout">reflowable</meta>
Good
    <meta property="rendition:layout">pre-paginated</meta>
Reference
    EPUB 3.3, meta properties vocabulary: https://www.w3.org/TR/epub-33/#app-meta-property-vocab
""",
    equivalent="RSC-005",
)


_ONCE_FOR_EACH = frozenset(
    {
        "collection-type",
        "display-seq",
        "file-as",
        "group-position",
        "identifier-type",
        "source-of",
        "title-type",
    }
)
_ONCE = frozenset(
    {
        "rendition:flow",
        "rendition:layout",
        "rendition:orientation",
        "rendition:spread",
        "rendition:viewport",
        "media:active-class",
        "media:playback-active-class",
    }
)


def property_repeated(rendition: Rendition) -> Iterator[Diagnostic]:
    """The second time of each."""
    seen: set[tuple[str, str]] = set()
    for meta in rendition.package.metas if rendition.is_epub3 else ():
        name, target = meta.get("property").strip(), meta.get("refines").strip()
        if name in _ONCE_FOR_EACH or (name in _ONCE and not target):
            if (name, target) in seen:
                what = f" of {target}" if target else ""
                yield RULE.at(
                    rendition.at(meta), f"{name}{what} is said again", "leave one of them"
                )
            seen.add((name, target))
