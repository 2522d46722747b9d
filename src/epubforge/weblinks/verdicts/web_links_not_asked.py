"""L069: web links not asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.weblinks.answer import Link

RULE = Rule(
    "L069",
    "web-links-not-asked",
    Severity.NOTE,
    page="""\
There are more links to the web than are looked at in one run.

Why it matters
    Hosts are asked slowly, one question after another, and thousands would take hours. Nothing is
    known of the rest.
Bad
    5,000 links in one run
Good
    Check again: what was found is remembered for a day, and the next run goes on with the rest.
""",
)


def web_links_not_asked(links: Sequence[Link]) -> Iterator[Diagnostic]:
    """One finding, at the first such link."""
    if links:
        said = f"{len(links):,} links to the web were not looked at, from {links[0].address} on"
        yield RULE.at(links[0].places[0], said, "check again, and the next run goes on with them")
