"""C045: refines by path."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition
from epubforge.finished.url import resolve

RULE = Rule(
    "C045",
    "refines-by-path",
    Severity.WARNING,
    page="""\
Metadata refines a file by its path and not by the id of its item.

Why it matters
    Few reading systems look for it there.
Bad
    <meta refines="sound.smil" property="media:duration">…</meta>
Good
    <meta refines="#sound" property="media:duration">…</meta>
Reference
    EPUB 3.3, the refines attribute: https://www.w3.org/TR/epub-33/#attrdef-refines
""",
    equivalent="RSC-017",
)


def refines_by_path(rendition: Rendition) -> Iterator[Diagnostic]:
    """Only where a path is that of an item."""
    package = rendition.package
    for meta in package.metas if rendition.is_epub3 else ():
        target = meta.get("refines").strip()
        if target and not target.startswith("#"):
            item = package.by_resource.get(resolve(package.path, target).resource)
            if item is not None:
                said = f"{target} is refined by its path"
                yield RULE.at(rendition.at(meta), said, f"write #{item.id}")
