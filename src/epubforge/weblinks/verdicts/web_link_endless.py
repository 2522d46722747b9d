"""L066: web link endless."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.weblinks.answer import Answer, Link, Outcome

RULE = Rule(
    "L066",
    "web-link-endless",
    Severity.NOTE,
    page="""\
A link is redirected again and again.

Why it matters
    Browsers give up after some twenty steps. Some hosts do this only to visitors without cookies,
    so that a reader may come through.
Bad
    /a is redirected to /b, and /b to /a
Good
    Link to the address that a browser shows in the end.
""",
)


def web_link_endless(link: Link, answer: Answer) -> Iterator[Diagnostic]:
    """Links that come to no end, at each of their places."""
    if answer.outcome is Outcome.ENDLESS:
        said = f"{link.address} leads round in circles: {answer.said}"
        for place in link.places:
            yield RULE.at(
                place, said, "open it in a browser, and link to the address that it shows"
            )
