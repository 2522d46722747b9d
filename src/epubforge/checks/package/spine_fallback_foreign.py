"""C064: spine fallback foreign."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C064",
    "spine-fallback-foreign",
    Severity.ERROR,
    page="""\
A step of the reading order is no content document, and none of its fallbacks is one.

Why it matters
    Reading systems show an empty page.
Bad
    <item id="plan" href="plan.pdf" … fallback="picture"/> <item id="picture" href="plan.jpg" …/>
Good
    <item id="plan" href="plan.pdf" … fallback="page"/> <item id="page" href="plan.xhtml" …/>
Reference
    EPUB 3.3, manifest fallbacks: https://www.w3.org/TR/epub-33/#sec-manifest-fallbacks
""",
    equivalent="OPF-044",
)


def spine_fallback_foreign(rendition: Rendition) -> Iterator[Diagnostic]:
    """The chain of fallbacks, followed to its end."""
    package = rendition.package
    for step in package.spine:
        item = step.item
        if item is None or package.is_content(item) or not item.fallback:
            continue
        if package.is_epub2 and item.media_type in types.CORE_IMAGES_2 | {types.CSS}:
            continue
        if not any(package.is_content(each) for each in package.fallbacks(item)):
            said = f"no fallback of {item.href} is a content document"
            yield RULE.at(
                rendition.at(step.element), said, "let the last fallback be an XHTML page"
            )
