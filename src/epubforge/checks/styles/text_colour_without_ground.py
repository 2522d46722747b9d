"""R074: text that vanishes on a dark page."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.styles.colours import read_colour

RULE = Rule(
    "R074",
    "text-colour-without-ground",
    Severity.WARNING,
    page="""\
A style makes text nearly black or nearly white, and says nothing of the ground behind it.

Why it matters
    Many people read at night, white on black. Where the book's colours are kept, black text stands
    on a black page then, and nothing is to be seen.
Bad
    body { color: #000; }
Good
    body { }
    .plate { color: #000; background-color: #fff; }
Reference
    WCAG 2.2, 1.4.3, failure F24: https://www.w3.org/WAI/WCAG22/Techniques/failures/F24
""",
)

_BLACK = 0.03
"""Luminance of #333: contrast of 1.6 with black."""
_WHITE = 0.8


def text_colour_without_ground(page: Page) -> Iterator[Diagnostic]:
    """Every such colour in a rule without a background of its own."""
    if not page.styles_flow:
        return
    for ruleset, start in page.rulesets:
        each = ruleset.last("color")
        if (
            each is None
            or ruleset.is_inside("media", "print")
            or ruleset.is_inside("media", "dark")
        ):
            continue
        if any(d.name.startswith("background") for d in ruleset.declarations):
            continue
        colour = read_colour(each.value)
        if colour is None or colour.alpha < 1:
            continue
        light = colour.luminance
        if light < _BLACK or light > _WHITE:
            ground = "black" if light < _BLACK else "white"
            yield RULE.at(
                page.in_sheet(start, each.line, each.column),
                f"color: {each.value} of {ruleset.selectors or 'this element'} vanishes"
                f" on a {ground} page",
                "leave the colour of text to the reader, or set background-color with it",
            )
