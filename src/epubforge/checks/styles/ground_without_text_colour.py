"""R075: grounds whose text vanishes at night."""

from __future__ import annotations

import re
from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.styles.colours import Colour, read_colour

RULE = Rule(
    "R075",
    "ground-without-text-colour",
    Severity.WARNING,
    page="""\
A style colours the ground behind text, and says nothing of the text's own colour.

Why it matters
    Who reads at night has white text from the reading system. On the book's light ground it is
    white on white.
Bad
    .box { background-color: #eee; }
Good
    .box { background-color: #eee; color: #111; }
    .box { border: thin solid; }
Reference
    WCAG 2.2, 1.4.3, failure F24: https://www.w3.org/WAI/WCAG22/Techniques/failures/F24
""",
)

_OPAQUE = 0.6
"""Below this the page's own colour shows through, by night as by day."""


def ground_without_text_colour(page: Page) -> Iterator[Diagnostic]:
    """Every opaque background colour in a rule without a colour of its own."""
    if not page.styles_flow:
        return
    for ruleset, start in page.rulesets:
        if any(ruleset.is_inside("media", word) for word in ("print", "dark")):
            continue
        if ruleset.last("color") is not None:
            continue
        each = ruleset.last("background-color") or ruleset.last("background")
        colour = None if each is None else _ground(each.value)
        if each is not None and colour is not None and colour.alpha > _OPAQUE:
            yield RULE.at(
                page.in_sheet(start, each.line, each.column),
                f"{each.value} lies behind text of {ruleset.selectors or 'this element'}"
                " whose colour is not said",
                "set color with it, or take a border instead of a ground",
            )


def _ground(value: str) -> Colour | None:
    found = (read_colour(word) for word in re.findall(r"[#\w-]+(?:\([^)]*\))?", value))
    return next((colour for colour in found if colour is not None), None)
