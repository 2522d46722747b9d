"""C251: page map unknown."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C251",
    "page-map-unknown",
    Severity.WARNING,
    page="""\
The spine names a list of pages that is no item of the manifest.

Why it matters
    No reading system finds it.
Bad
    <spine page-map="pages">, and no item has the id pages
Good
    <item id="pages" href="pages.xml" …/>
Reference
    EPUB 3.3, page-list nav: https://www.w3.org/TR/epub-33/#sec-nav-pagelist
""",
    equivalent="OPF-063",
)


def page_map_unknown(rendition: Rendition) -> Iterator[Diagnostic]:
    """By its attribute."""
    for spine in rendition.package.elements("spine"):
        name = spine.get("page-map").strip()
        if name and name not in rendition.package.by_id:
            yield RULE.at(
                rendition.at(spine), f"no item has the id {name}", "name it, or take it out"
            )
