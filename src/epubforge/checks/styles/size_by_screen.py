"""R077: sizes measured by the screen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page

RULE = Rule(
    "R077",
    "size-by-screen",
    Severity.NOTE,
    page="""\
A style measures text by the screen: in vw, vh, vmin or vmax.

Why it matters
    Text in these units does not grow when a reader asks for larger letters. Older reading systems
    do not know them, and others measure the whole book in columns, not the page.
Bad
    h1 { font-size: 8vw; }
Good
    h1 { font-size: 2em; }
Reference
    WCAG 2.2, 1.4.4, failure F94: https://www.w3.org/WAI/WCAG22/Techniques/failures/F94
""",
)

_NAMES = frozenset({"font-size", "font", "line-height", "text-indent", "letter-spacing"})
_UNIT = re.compile(r"(?<![\w#-])\d*\.?\d+(?:[sld]?v(?:w|h|min|max))(?![\w-])", re.IGNORECASE)


def size_by_screen(page: Page) -> Iterator[Diagnostic]:
    """Every size of text in such a unit, where the text flows."""
    if not page.styles_flow:
        return
    for ruleset, start in page.rulesets:
        for each in ruleset.declarations:
            if each.name in _NAMES and _UNIT.search(each.value):
                yield RULE.at(
                    page.in_sheet(start, each.line, each.column),
                    f"{each.name}: {each.value} is measured by the screen",
                    "give the size in em or per cent",
                )
