"""L064: web link refused."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.weblinks.answer import Answer, Link, Outcome

RULE = Rule(
    "L064",
    "web-link-refused",
    Severity.NOTE,
    page="""\
A link could not be looked at: its host shows the page to nobody, not to programs, or not without
signing in.

Why it matters
    A reader who follows it may be asked for a password, or may see it: nothing is known of the
    link.
Bad
    https://example.org/members answers 401 Unauthorized
Good
    Look at it in a browser without signing in, as a reader would.
""",
)


def web_link_refused(link: Link, answer: Answer) -> Iterator[Diagnostic]:
    """Links whose host refuses to answer, at each of their places."""
    if answer.outcome is Outcome.REFUSED:
        said = f"{link.address} is not shown to programs: its host answers {answer.said}"
        for place in link.places:
            yield RULE.at(place, said, "look at it in a browser without signing in")
