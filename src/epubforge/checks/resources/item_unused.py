"""L052: item unused."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.references import HYPERLINKS
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "L052",
    "item-unused",
    Severity.NOTE,
    page="""\
A file is listed, and no page uses it.

Why it matters
    The book is larger than it need be.
Bad
    <item href="old.jpg" …/>, and no page shows it
Good
    The book without it.
Reference
    EPUB 3.3, manifest: https://www.w3.org/TR/epub-33/#sec-manifest-elem
""",
    equivalent="OPF-097",
)


def item_unused(rendition: Rendition) -> Iterator[Diagnostic]:
    """Pages of the reading order, contents and cover are used as such."""
    package = rendition.package
    used = {r.url.resource for r in rendition.facts.references() if r.use not in HYPERLINKS}
    overlays = {item.overlay for item in package.items}
    for item in package.items:
        needed = item.resource in used or item.resource in package.places or item.id in overlays
        if needed or item.media_type == types.NCX or {"nav", "cover-image"} & set(item.properties):
            continue
        yield RULE.at(rendition.at(item.element), f"no page uses {item.href}", "take it out")
