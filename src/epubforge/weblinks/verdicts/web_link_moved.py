"""L062: web link moved."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.weblinks.answer import Answer, Link, Outcome

RULE = Rule(
    "L062",
    "web-link-moved",
    Severity.NOTE,
    page="""\
A link leads to a page that has moved for good; its host names the new address.

Why it matters
    It still works. Hosts drop such signposts after some years, and a book lasts longer.
Bad
    [the report](http://example.org/report)
Good
    [the report](https://www.example.org/reports/7)
Reference
    HTTP, 301 and 308: https://www.rfc-editor.org/rfc/rfc9110#name-301-moved-permanently
""",
)


def web_link_moved(link: Link, answer: Answer) -> Iterator[Diagnostic]:
    """Links that are redirected for good and found there, at each of their places."""
    if answer.outcome is Outcome.FOUND and answer.moved_to is not None:
        _, mark, fragment = link.address.partition("#")
        now = answer.moved_to + mark + fragment
        for place in link.places:
            yield RULE.at(place, f"{link.address} has moved for good", f"link to {now}")
