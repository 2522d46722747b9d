"""L067: web link private."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.weblinks.answer import Answer, Link, Outcome

RULE = Rule(
    "L067",
    "web-link-private",
    Severity.NOTE,
    page="""\
A link leads to a machine that is not on the public web: this one, or one of a house's or a firm's
network. It was not followed.

Why it matters
    Readers cannot follow it. And a stranger's book must not make the machine that checks it knock
    at the doors inside.
Bad
    [our wiki](http://192.168.1.10/wiki)
Good
    [our wiki](https://wiki.example.org/)

    epubforge check --external --external-allow wiki.local    # to have it checked all the same
""",
)


def web_link_private(link: Link, answer: Answer) -> Iterator[Diagnostic]:
    """Links that were not followed, at each of their places."""
    if answer.outcome is Outcome.PRIVATE:
        said = f"{link.address} was not followed: {answer.said}"
        for place in link.places:
            yield RULE.at(
                place,
                said,
                "link to a public page; --external-allow HOST has a host checked all the same",
            )
