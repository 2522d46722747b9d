"""C207: spoken part no svg."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.fragments import is_id
from epubforge.finished.references import Use
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C207",
    "spoken-part-no-svg",
    Severity.WARNING,
    page="""\
A media overlay speaks a part of a drawing that is not named as drawings' parts are.

Why it matters
    Reading systems cannot show what is spoken.
Bad
    <text src="one.svg#t=5"/>
Good
    <text src="one.svg#p1"/>
Reference
    EPUB 3.3, the text element: https://www.w3.org/TR/epub-33/#sec-smil-text-elem
""",
    equivalent="MED-018",
)


def spoken_part_no_svg(rendition: Rendition) -> Iterator[Diagnostic]:
    """Parts of SVG pages."""
    for reference in rendition.facts.references(Use.OVERLAY_TEXT):
        item = rendition.package.by_resource.get(reference.url.resource)
        fragment = reference.url.fragment
        if item is None or not fragment:
            continue
        if (
            item.media_type == types.SVG
            and not is_id(fragment)
            and not fragment.startswith("svgView(")
        ):
            place = rendition.book.at_byte(reference.source, reference.at)
            yield RULE.at(place, f"#{fragment} is no part of a drawing", "give the words an id")
