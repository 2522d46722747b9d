"""C231: rendition not selectable."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition
from epubforge.tree.names import CONTAINER

RULE = Rule(
    "C231",
    "rendition-not-selectable",
    Severity.WARNING,
    page="""\
A rendition says nothing by which a reading system could choose it.

Why it matters
    It is never shown.
Bad
    A second <rootfile full-path="fixed.opf" …/>
Good
    <rootfile rendition:layout="pre-paginated" full-path="fixed.opf" …/>
Reference
    EPUB Multiple-Rendition Publications: https://idpf.org/epub/renditions/multiple/
""",
    equivalent="RSC-017",
)


def rendition_not_selectable(rendition: Rendition) -> Iterator[Diagnostic]:
    """All but the first."""
    book = rendition.book
    container = book.kept("META-INF/container.xml")
    if book.packages[0] is not rendition.package or container is None or not rendition.is_epub3:
        return
    for each in container.named.get(f"{CONTAINER} rootfile", [])[1:]:
        if not any(
            name.startswith("http://www.idpf.org/2013/rendition ") for name in each.attributes
        ):
            said = f"nothing says when {each.get('full-path')} is to be shown"
            yield RULE.at(book.at(container, each), said, "say its layout, language or media")
