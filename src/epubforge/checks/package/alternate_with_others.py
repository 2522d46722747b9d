"""C078: alternate with others."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C078",
    "alternate-with-others",
    Severity.ERROR,
    page="""\
A link of the metadata is an alternate and something else at once.

Why it matters
    Reading systems cannot tell what the link is for.
Bad
    <link rel="alternate record" …/>
Good
    <link rel="alternate" …/>
Reference
    EPUB 3.3, alternate: https://www.w3.org/TR/epub-33/#alternate
""",
    equivalent="OPF-089",
)


def alternate_with_others(rendition: Rendition) -> Iterator[Diagnostic]:
    """The relations of each link."""
    for link in rendition.package.elements("link") if rendition.is_epub3 else ():
        relations = link.tokens("rel")
        if "alternate" in relations and len(relations) > 1:
            said = f"alternate stands beside {' '.join(r for r in relations if r != 'alternate')}"
            yield RULE.at(rendition.at(link), said, "write two links")
