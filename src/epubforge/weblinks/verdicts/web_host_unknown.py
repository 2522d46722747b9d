"""L061: web host unknown."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.weblinks.answer import Answer, Link, Outcome

RULE = Rule(
    "L061",
    "web-host-unknown",
    Severity.WARNING,
    page="""\
A link leads to a host that does not exist.

Why it matters
    The name is misspelt, or was given up; somebody else may take it and show what he likes.
Bad
    [the museum](https://www.musuem.example/)
Good
    [the museum](https://www.museum.example/)
""",
)


def web_host_unknown(link: Link, answer: Answer) -> Iterator[Diagnostic]:
    """Links whose host's name cannot be resolved, at each of their places."""
    if answer.outcome is Outcome.NO_HOST:
        said = f"{link.address} leads nowhere: {answer.said}"
        for place in link.places:
            yield RULE.at(
                place, said, "look whether the name is spelt right, or link to another place"
            )
