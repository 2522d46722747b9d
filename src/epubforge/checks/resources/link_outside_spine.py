"""L041: link outside spine."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.references import HYPERLINKS
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "L041",
    "link-outside-spine",
    Severity.ERROR,
    page="""\
A link leads to a page that is not in the reading order.

Why it matters
    The reader comes to a page from which no turning of pages leads back.
Bad
    <a href="notes.xhtml">, and no itemref for notes.xhtml
Good
    <itemref idref="notes" linear="no"/>
Reference
    EPUB 3.3, spine: https://www.w3.org/TR/epub-33/#sec-spine-elem
""",
    equivalent="RSC-011",
)


def link_outside_spine(rendition: Rendition) -> Iterator[Diagnostic]:
    """Links that a reader follows to listed pages."""
    package = rendition.package
    for reference in rendition.facts.references():
        if reference.use not in HYPERLINKS or reference.url.path is None:
            continue
        item = package.by_resource.get(reference.url.path)
        if item is None or item.resource in package.places:
            continue
        if not any(
            package.is_content(each) or each.media_type == types.SVG
            for each in (item, *package.fallbacks(item))
        ):
            continue
        place = rendition.book.at_byte(reference.source, reference.at)
        said = f"{reference.url.path} is not in the reading order"
        yield RULE.at(place, said, 'add it to the spine, with linear="no" if it is aside')
