"""L043: stylesheet with fragment."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.references import Use
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "L043",
    "stylesheet-with-fragment",
    Severity.ERROR,
    page="""\
A stylesheet is linked by a part of it.

Why it matters
    Stylesheets have no parts.
Bad
    <link rel="stylesheet" href="style.css#print"/>
Good
    <link rel="stylesheet" href="style.css"/>
Reference
    EPUB 3.3, fragments: https://www.w3.org/TR/epub-33/#sec-container-iri
""",
    equivalent="RSC-013",
)


def stylesheet_with_fragment(rendition: Rendition) -> Iterator[Diagnostic]:
    """Every such link."""
    for reference in rendition.facts.references(Use.STYLESHEET):
        if reference.url.fragment is None:
            continue
        if reference.url.resource in rendition.package.by_resource:
            place = rendition.book.at_byte(reference.source, reference.at)
            yield RULE.at(
                place, f"{reference.url.text} is a part of a stylesheet", "link the whole"
            )
