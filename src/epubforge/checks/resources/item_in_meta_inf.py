"""C191: item in meta inf."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C191",
    "item-in-meta-inf",
    Severity.ERROR,
    page="""\
A file of the book lies in the folder META-INF.

Why it matters
    That folder is the container's own; reading systems do not look there for pages.
Bad
    META-INF/cover.jpg
Good
    OEBPS/cover.jpg
Reference
    EPUB 3.3, META-INF: https://www.w3.org/TR/epub-33/#sec-container-metainf
""",
    equivalent="PKG-025",
)


def item_in_meta_inf(rendition: Rendition) -> Iterator[Diagnostic]:
    """Listed files."""
    for item in rendition.package.items:
        if item.path is not None and item.path.startswith("META-INF/"):
            yield RULE.at(
                rendition.at(item.element), f"{item.path} lies in META-INF", "put it elsewhere"
            )
