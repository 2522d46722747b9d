"""C232: rendition selection wrong."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.rendition import Rendition
from epubforge.tree.names import CONTAINER

RULE = Rule(
    "C232",
    "rendition-selection-wrong",
    Severity.ERROR,
    page="""\
What is said of the renditions and their map is not as it must be.

Why it matters
    Reading systems cannot go from one rendition to the other.
Bad
    Two <link rel="mapping" …/>
Good
    <link rel="mapping" href="map.xhtml" media-type="application/xhtml+xml"/>
Reference
    EPUB Multiple-Rendition Publications: https://idpf.org/epub/renditions/multiple/
""",
    equivalent="RSC-005",
)


def rendition_selection_wrong(rendition: Rendition) -> Iterator[Diagnostic]:
    """Modes said twice, and the links to a map."""
    book = rendition.book
    container = book.kept("META-INF/container.xml")
    if book.packages[0] is not rendition.package or container is None or not rendition.is_epub3:
        return
    for each in container.named.get(f"{CONTAINER} rootfile", []):
        modes = each.tokens("http://www.idpf.org/2013/rendition accessMode")
        if len(set(modes)) < len(modes):
            yield RULE.at(
                book.at(container, each),
                f"the rendition:accessMode of {each.get('full-path')} is said twice",
                "leave one",
            )
    maps = [
        e for e in container.named.get(f"{CONTAINER} link", []) if e.get("rel").strip() == "mapping"
    ]
    if len(maps) > 1:
        yield RULE.at(
            book.at(container, maps[1]),
            f"{maps[1].get('href')} is a second mapping document",
            "leave one",
        )
    for each in maps:
        if each.get("media-type").strip() != types.XHTML:
            yield RULE.at(
                book.at(container, each),
                f"the mapping document is {each.get('media-type')}",
                f"write {types.XHTML}",
            )
