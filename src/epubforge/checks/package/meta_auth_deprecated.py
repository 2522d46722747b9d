"""C086: meta auth deprecated."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C086",
    "meta-auth-deprecated",
    Severity.WARNING,
    page="""\
The metadata uses an element or property that EPUB has given up: bindings, or meta-auth.

Why it matters
    New reading systems pass it over.
Bad
    <bindings><mediaType handler="viewer" media-type="application/x-slides"/></bindings>
Good
    An item with a fallback, or an object element with content.
Reference
    EPUB 3.3, deprecated features: https://www.w3.org/TR/epub-33/#sec-deprecated
""",
    equivalent="RSC-017",
)


def meta_auth_deprecated(rendition: Rendition) -> Iterator[Diagnostic]:
    """Both, in EPUB 3."""
    if not rendition.is_epub3:
        return
    for element in rendition.package.elements("bindings"):
        yield RULE.at(rendition.at(element), f"{element.local} is given up", "use fallbacks")
    for meta in rendition.package.metas:
        if meta.get("property").strip() == "meta-auth":
            yield RULE.at(rendition.at(meta), "meta-auth is given up", "take it out")
