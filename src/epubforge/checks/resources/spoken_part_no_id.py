"""C206: spoken part no id."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.fragments import is_id
from epubforge.finished.references import Use
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C206",
    "spoken-part-no-id",
    Severity.WARNING,
    page="""\
A media overlay speaks a part of a page that is not named by an id.

Why it matters
    Reading systems cannot show what is spoken.
Bad
    <text src="one.xhtml#xpointer(/1/2)"/>
Good
    <text src="one.xhtml#p1"/>
Reference
    EPUB 3.3, the text element: https://www.w3.org/TR/epub-33/#sec-smil-text-elem
""",
    equivalent="MED-017",
)


def spoken_part_no_id(rendition: Rendition) -> Iterator[Diagnostic]:
    """Parts of XHTML pages."""
    for reference in rendition.facts.references(Use.OVERLAY_TEXT):
        item = rendition.package.by_resource.get(reference.url.resource)
        if item is None or not reference.url.fragment:
            continue
        if item.media_type == types.XHTML and not is_id(reference.url.fragment):
            place = rendition.book.at_byte(reference.source, reference.at)
            yield RULE.at(place, f"#{reference.url.fragment} is no id", "give the words an id")
