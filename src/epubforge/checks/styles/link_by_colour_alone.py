"""A104: links that only their colour gives away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from epubforge.diagnostics import Criterion, Diagnostic, Rule, Severity
from epubforge.finished.page import Page

RULE = Rule(
    "A104",
    "link-by-colour-alone",
    Severity.WARNING,
    page="""\
A style takes the underline from links, and puts nothing but a colour in its place.

Why it matters
    Who sees no colours, or reads on e-ink, does not find the links.
Bad
    a { text-decoration: none; color: #0645ad; }
Good
    a { color: #0645ad; }
    a { text-decoration: none; border-bottom: thin solid; }
Reference
    WCAG 2.2, 1.4.1 Use of Color: https://www.w3.org/TR/WCAG22/#use-of-color
""",
    ace=("link-in-text-block",),
    criterion=Criterion("WCAG 1.4.1", "A"),
)

_ALL_LINKS = frozenset(
    {"a", "a:link", "a[href]", ":link", "p a", "body a", "a:any-link", "a:visited"}
)
_MARKS = re.compile(
    r"border(?!-radius|-spacing|-collapse)|font-weight|font-style|background|box-shadow"
)


def link_by_colour_alone(page: Page) -> Iterator[Diagnostic]:
    """Rules for every link that say so; not those for links of a list, a note sign or a class."""
    for ruleset, start in page.rulesets:
        each = ruleset.last("text-decoration") or ruleset.last("text-decoration-line")
        if each is None or each.words[:1] != ("none",) or ruleset.is_inside("media", "print"):
            continue
        parts = {part.strip().lower() for part in ruleset.selectors.split(",")}
        if not parts & _ALL_LINKS or any(_MARKS.match(d.name) for d in ruleset.declarations):
            continue
        yield RULE.at(
            page.in_sheet(start, each.line, each.column),
            f"links ({ruleset.selectors}) lose their underline and get no other sign",
            "leave the underline, or give them a border, a weight or a ground",
        )
