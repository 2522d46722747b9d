"""A071: a long description that is promised and not there."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Criterion, Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.finished.spoken import name_of

RULE = Rule(
    "A071",
    "description-leads-nowhere",
    Severity.WARNING,
    page="""\
An element is said to have a longer description, and there is none where it points.

Why it matters
    The reading system announces details; who asks for them hears nothing, and does not know whether
    the book or the program is broken.
Bad
    <img src="map.png" alt="Map of the mine" aria-details="map-words"/>, and no such id
Good
    <img src="map.png" alt="Map of the mine" aria-details="map-words"/> …
    <aside id="map-words"><p>From the shaft in the north …</p></aside>
Reference
    WCAG 2.2, 1.1.1 Non-text Content: https://www.w3.org/TR/WCAG22/#non-text-content
    WAI-ARIA 1.2, aria-details: https://www.w3.org/TR/wai-aria-1.2/#aria-details
""",
    criterion=Criterion("WCAG 1.1.1", "A"),
)


def description_leads_nowhere(page: Page) -> Iterator[Diagnostic]:
    """aria-details whose target is not there, and those and aria-describedby with an empty one."""
    if b"aria-de" not in page.document.content or not (page.is_html or page.is_svg):
        return
    for element in page.document.elements:
        for name in ("aria-details", "aria-describedby") if element.attributes else ():
            for target in element.tokens(name):
                found = page.by_id.get(target)
                if found is None and name == "aria-details":
                    message = f"the description #{target[:60]} is not there"
                    yield RULE.at(
                        page.at(element), message, "write it, or point to where it stands"
                    )
                elif found is not None and not name_of(page, found):
                    message = f"the description #{target[:60]} is empty"
                    yield RULE.at(page.at(element), message, "write it, or take the promise away")
