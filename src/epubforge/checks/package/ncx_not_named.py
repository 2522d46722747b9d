"""C057: ncx not named."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C057",
    "ncx-not-named",
    Severity.ERROR,
    page="""\
The book has an NCX that its spine does not name, or the spine names something else as one.

Why it matters
    Old reading systems find no table of contents.
Bad
    <spine> in a book with an item of application/x-dtbncx+xml
Good
    <spine toc="ncx">
Reference
    EPUB 3.3, legacy NCX: https://www.w3.org/TR/epub-33/#sec-opf2-ncx
""",
    equivalent="RSC-005",
)


def ncx_not_named(rendition: Rendition) -> Iterator[Diagnostic]:
    """Both directions, in EPUB 3; EPUB 2 has rules of its own."""
    package = rendition.package
    spines = package.elements("spine")[:1]
    if not rendition.is_epub3 or not spines:
        return
    toc = spines[0].attributes.get("toc")
    for item in package.items:
        if item.media_type == types.NCX and toc is None:
            said = f"the spine does not name the NCX {item.href}"
            yield RULE.at(rendition.at(item.element), said, f'write <spine toc="{item.id}">')
    if toc is not None:
        named = package.by_id.get(toc.strip())
        if named is None or named.media_type != types.NCX:
            said = f"the spine's toc {toc} is no {types.NCX}"
            yield RULE.at(rendition.at(spines[0]), said, "name the NCX, or take the attribute out")
