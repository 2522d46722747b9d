"""L034: link to data."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.references import HYPERLINKS
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "L034",
    "link-to-data",
    Severity.ERROR,
    page="""\
A link or an item of the manifest is data that stand in the address itself.

Why it matters
    Reading systems do not open them, for anything could hide there.
Bad
    <a href="data:text/html,…">
Good
    <a href="note.xhtml">
Reference
    EPUB 3.3, data URLs: https://www.w3.org/TR/epub-33/#sec-data-urls
""",
    equivalent="RSC-029",
)


def link_to_data(rendition: Rendition) -> Iterator[Diagnostic]:
    """Links that a reader follows, and items."""
    for reference in rendition.facts.references():
        if reference.use in HYPERLINKS and reference.url.scheme == "data" and rendition.is_epub3:
            place = rendition.book.at_byte(reference.source, reference.at)
            kind = reference.url.text.partition(",")[0][:40]
            said = f"the link {kind},… is data in itself"
            yield RULE.at(place, said, "put them into a file")
    for item in rendition.package.items:
        if item.url.scheme == "data":
            said = f"the item {item.element.get('id')} is data in itself"
            yield RULE.at(rendition.at(item.element), said, "put them into a file")
