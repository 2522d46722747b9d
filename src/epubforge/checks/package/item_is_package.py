"""C070: item is package."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C070",
    "item-is-package",
    Severity.ERROR,
    page="""\
The manifest lists the package document itself.

Why it matters
    It is not part of the text; some reading systems try to show it.
Bad
    <item id="opf" href="package.opf" media-type="application/oebps-package+xml"/>
Good
    The manifest without this item.
Reference
    EPUB 3.3, manifest: https://www.w3.org/TR/epub-33/#sec-manifest-elem
""",
    equivalent="OPF-099",
)


def item_is_package(rendition: Rendition) -> Iterator[Diagnostic]:
    """By its path."""
    for item in rendition.package.items:
        if item.path == rendition.package.path and rendition.is_epub3:
            said = f"{item.href} is the package document itself"
            yield RULE.at(rendition.at(item.element), said, "take it out of the manifest")
