"""C063: spine item foreign."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C063",
    "spine-item-foreign",
    Severity.ERROR,
    page="""\
A step of the reading order is no content document, and has no fallback.

Why it matters
    Reading systems show an empty page.
Bad
    <item id="plan" href="plan.pdf" media-type="application/pdf"/> <itemref idref="plan"/>
Good
    <item id="plan" href="plan.pdf" media-type="application/pdf" fallback="plan-page"/>
Reference
    EPUB 3.3, spine: https://www.w3.org/TR/epub-33/#sec-spine-elem
""",
    equivalent="OPF-043",
)


def spine_item_foreign(rendition: Rendition) -> Iterator[Diagnostic]:
    """Items that no reading system must show by themselves."""
    package = rendition.package
    for step in package.spine:
        item = step.item
        if item is None or package.is_content(item) or item.fallback:
            continue
        if package.is_epub2 and item.media_type in types.CORE_IMAGES_2 | {types.CSS}:
            continue
        said = f"{item.href} is {item.media_type}, and has no fallback"
        yield RULE.at(rendition.at(step.element), said, "give it an XHTML page as its fallback")
