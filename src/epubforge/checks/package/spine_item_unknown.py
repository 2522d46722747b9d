"""C059: spine item unknown."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C059",
    "spine-item-unknown",
    Severity.ERROR,
    page="""\
A step of the reading order names no item of the manifest.

Why it matters
    The page that was meant is missing from the book.
Bad
    <itemref idref="chapter-1"/>, and no item has the id chapter-1
Good
    <item id="chapter-1" …/> <itemref idref="chapter-1"/>
Reference
    EPUB 3.3, itemref: https://www.w3.org/TR/epub-33/#sec-itemref-elem
""",
    equivalent="OPF-049",
)


def spine_item_unknown(rendition: Rendition) -> Iterator[Diagnostic]:
    """Steps of the spine; in EPUB 2 its table of contents too."""
    package = rendition.package
    for step in package.spine:
        if step.item is None and step.idref:
            said = f"no item of the manifest has the id {step.idref}"
            yield RULE.at(rendition.at(step.element), said, "name the id of an item")
    for spine in package.elements("spine")[:1]:
        toc = spine.get("toc").strip()
        if package.is_epub2 and toc and toc not in package.by_id:
            said = f"no item of the manifest has the id {toc}, the spine's toc"
            yield RULE.at(rendition.at(spine), said, "name the id of the NCX")
