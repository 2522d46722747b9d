"""C212: region of flowing page."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.references import Use
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C212",
    "region-of-flowing-page",
    Severity.ERROR,
    page="""\
A link to a region leads to a page whose text flows.

Why it matters
    Where text flows there are no regions.
Bad
    <a href="one.xhtml#xywh=percent:5,5,15,15"/>, and one.xhtml is reflowable
Good
    A page of fixed layout
Reference
    EPUB Region-Based Navigation: https://idpf.org/epub/renditions/region-nav/
""",
    equivalent="NAV-009",
)


def region_of_flowing_page(rendition: Rendition) -> Iterator[Diagnostic]:
    """Links of lists of regions to pages of the reading order."""
    package = rendition.package
    for reference in rendition.facts.references(Use.REGION):
        number = package.places.get(reference.url.resource)
        if number is not None and not package.is_fixed_page(package.spine[number]):
            place = rendition.book.at_byte(reference.source, reference.at)
            yield RULE.at(
                place, f"{reference.url.resource} is not of fixed layout", "fix its layout"
            )
