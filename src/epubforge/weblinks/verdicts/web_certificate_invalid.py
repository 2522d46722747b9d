"""L065: web certificate invalid."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.weblinks.answer import Answer, Link, Outcome

RULE = Rule(
    "L065",
    "web-certificate-invalid",
    Severity.WARNING,
    page="""\
A link leads to a host whose certificate is not valid.

Why it matters
    Browsers show a warning in place of the page, and most readers turn back.
Bad
    A host whose certificate ran out last year.
Good
    [the museum](https://museum.example/), and its certificate is valid
""",
)


def web_certificate_invalid(link: Link, answer: Answer) -> Iterator[Diagnostic]:
    """Links that browsers warn of, at each of their places."""
    if answer.outcome is Outcome.UNTRUSTED:
        said = f"{link.address} is not trusted by browsers: {answer.said}"
        for place in link.places:
            yield RULE.at(place, said, "tell its owner, or link to another place")
