"""C083: several properties."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C083",
    "several-properties",
    Severity.ERROR,
    page="""\
Several properties stand where one is wanted.

Why it matters
    Reading systems take none of them.
Bad
    <meta property="role file-as">aut</meta>
Good
    <meta property="role">aut</meta>
Reference
    EPUB 3.3, meta: https://www.w3.org/TR/epub-33/#sec-meta-elem
""",
    equivalent="OPF-025",
)


def several_properties(rendition: Rendition) -> Iterator[Diagnostic]:
    """The attributes property and scheme of meta."""
    for meta in rendition.package.elements("meta") if rendition.is_epub3 else ():
        for name in ("property", "scheme"):
            if len(meta.tokens(name)) > 1:
                said = f"{meta.get(name)} is more than one property"
                yield RULE.at(rendition.at(meta), said, "write one meta element for each")
