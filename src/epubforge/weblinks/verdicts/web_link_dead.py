"""L060: web link dead."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.weblinks.answer import Answer, Link, Outcome

RULE = Rule(
    "L060",
    "web-link-dead",
    Severity.WARNING,
    page="""\
A link leads to a page of the web that is not there: its host answers 404 or 410.

Why it matters
    The reader who follows it finds nothing, and takes the rest of the book's sources for as old.
Bad
    [the archive](https://example.org/removed)
Good
    [the archive](https://web.archive.org/web/2024/https://example.org/removed)
Reference
    HTTP, 404 and 410: https://www.rfc-editor.org/rfc/rfc9110#name-404-not-found
""",
)


def web_link_dead(link: Link, answer: Answer) -> Iterator[Diagnostic]:
    """Links whose host says so, at each of their places."""
    if answer.outcome is Outcome.GONE:
        said = f"{link.address} is not there any more: its host answers {answer.said}"
        for place in link.places:
            yield RULE.at(place, said, "link to where it is now, or to an archived copy")
