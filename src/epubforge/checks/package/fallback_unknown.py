"""C066: fallback unknown."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C066",
    "fallback-unknown",
    Severity.ERROR,
    page="""\
An item's fallback is no item of the manifest.

Why it matters
    Who cannot show the one has nothing to show instead.
Bad
    <item id="a" … fallback="b"/>, and no item has the id b
Good
    <item id="a" … fallback="b"/> <item id="b" …/>
Reference
    EPUB 3.3, manifest fallbacks: https://www.w3.org/TR/epub-33/#sec-manifest-fallbacks
""",
    equivalent="OPF-040",
)


def fallback_unknown(rendition: Rendition) -> Iterator[Diagnostic]:
    """Each that is named and not there."""
    package = rendition.package
    for item in package.items:
        if item.fallback and item.fallback not in package.by_id:
            said = f"no item has the id {item.fallback}, the fallback of {item.href}"
            yield RULE.at(rendition.at(item.element), said, "name the id of an item")
