"""C131: ancestor missing."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.tree.names import XHTML

RULE = Rule(
    "C131",
    "ancestor-missing",
    Severity.ERROR,
    page="""\
An element stands outside of the one that gives it its meaning.

Why it matters
    An area without a map, or a picture with a server's map outside of a link, does nothing.
Bad
    <p><area href="one.xhtml" alt="One" shape="default"/></p>
Good
    <map name="m"><area href="one.xhtml" alt="One" shape="default"/></map>
Reference
    HTML, the area element: https://html.spec.whatwg.org/multipage/image-maps.html#the-area-element
""",
    equivalent="RSC-005",
)


def ancestor_missing(page: Page) -> Iterator[Diagnostic]:
    """Areas, and pictures with ismap, in EPUB 3."""
    if not page.is_content3:
        return
    for area in page.document.html("area"):
        if page.document.around(area, f"{XHTML} map") is None:
            yield RULE.at(page.at(area), "area stands outside of a map", "put it into its map")
    for image in page.document.html("img"):
        if "ismap" in image.attributes and not any(
            each.name == f"{XHTML} a" and "href" in each.attributes for each in image.ancestors()
        ):
            yield RULE.at(
                page.at(image), "img with ismap stands outside of a link", "put it into a link"
            )
