"""L063: web link unreachable."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.weblinks.answer import Answer, Link, Outcome

RULE = Rule(
    "L063",
    "web-link-unreachable",
    Severity.NOTE,
    page="""\
A link could not be looked at: its host did not answer in time, refused the connection, or said that
it is in trouble.

Why it matters
    Perhaps the page is gone, perhaps only today. Nothing is known of the link.
Bad
    https://example.org/slow could not be reached: it did not answer in time
Good
    Check again later, and look at it in a browser if it stays so.
""",
)


def web_link_unreachable(link: Link, answer: Answer) -> Iterator[Diagnostic]:
    """Links that got no answer that says anything, at each of their places."""
    if answer.outcome is Outcome.UNREACHABLE:
        said = f"{link.address} could not be reached: {answer.said}"
        for place in link.places:
            yield RULE.at(place, said, "check again later, or look at it in a browser")
