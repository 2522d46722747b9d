"""C134: map name wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page

RULE = Rule(
    "C134",
    "map-name-wrong",
    Severity.ERROR,
    page="""\
Two maps have the same name, or a map has another id than its name.

Why it matters
    Pictures use a map by its name; which one, is chance.
Bad
    <map name="m" id="plan">
Good
    <map name="plan" id="plan">
Reference
    HTML, the map element: https://html.spec.whatwg.org/multipage/image-maps.html#the-map-element
""",
    equivalent="RSC-005",
)


def map_name_wrong(page: Page) -> Iterator[Diagnostic]:
    """In EPUB 3."""
    maps = page.document.html("map") if page.is_content3 else []
    counts = Counter(each.get("name") for each in maps if "name" in each.attributes)
    for each in maps:
        name = each.get("name")
        if counts[name] > 1:
            yield RULE.at(page.at(each), f"{counts[name]} maps have the name {name}", "rename one")
        if "id" in each.attributes and name and each.get("id") != name:
            yield RULE.at(
                page.at(each), f"the map {name} has the id {each.get('id')}", "make them equal"
            )
