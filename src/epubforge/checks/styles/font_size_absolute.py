"""R071: text whose size the reader cannot change."""

from __future__ import annotations

import re
from collections.abc import Iterator

from epubforge.diagnostics import Criterion, Diagnostic, Rule, Severity
from epubforge.finished.page import Page

RULE = Rule(
    "R071",
    "font-size-absolute",
    Severity.WARNING,
    page="""\
A style gives text a size in pixels, points or centimetres.

Why it matters
    Readers make text larger, each for their own eyes and device. Text with a size of its own stays
    small on some reading systems, while everything around it grows.
Bad
    p { font-size: 14px; }
Good
    p { font-size: 0.9em; }
Reference
    WCAG 2.2, 1.4.4 Resize Text: https://www.w3.org/TR/WCAG22/#resize-text
    Technique C14: https://www.w3.org/WAI/WCAG22/Techniques/css/C14
""",
    criterion=Criterion("WCAG 1.4.4", "AA"),
)

_NAMES = frozenset({"font-size", "line-height", "font"})
_ABSOLUTE = re.compile(r"(?<![\w.-])(\d*\.?\d+)(?:px|pt|pc|cm|mm|in|q)(?![\w-])", re.IGNORECASE)


def font_size_absolute(page: Page) -> Iterator[Diagnostic]:
    """Every font-size, line-height and font in such a unit, where the text flows."""
    if not page.styles_flow:
        return
    for ruleset, start in page.rulesets:
        if ruleset.is_inside("media", "print") or ruleset.selectors.startswith("@"):
            continue
        for each in ruleset.declarations:
            found = _ABSOLUTE.search(each.value) if each.name in _NAMES else None
            if found is not None and float(found[1]) != 0:
                yield RULE.at(
                    page.in_sheet(start, each.line, each.column),
                    f"{each.name}: {each.value} does not grow with the reader's text",
                    "give the size in em, rem or per cent",
                )
