"""L049: link empty."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.references import HYPERLINKS
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "L049",
    "link-empty",
    Severity.NOTE,
    page="""\
A link has an empty address.

Why it matters
    It leads to the page that it stands on.
Bad
    <a href="">
Good
    <a href="one.xhtml">
Reference
    HTML, links: https://html.spec.whatwg.org/multipage/links.html
""",
    equivalent="HTM-045",
)


def link_empty(rendition: Rendition) -> Iterator[Diagnostic]:
    """Links that a reader follows."""
    for reference in rendition.facts.references():
        if reference.use in HYPERLINKS and not reference.url.text:
            place = rendition.book.at_byte(reference.source, reference.at)
            said = f"a link in {reference.source} has no address"
            yield RULE.at(place, said, "say where it leads")
