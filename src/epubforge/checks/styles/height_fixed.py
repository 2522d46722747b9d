"""R072: boxes that cut off larger text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from epubforge.diagnostics import Criterion, Diagnostic, Rule, Severity
from epubforge.finished.page import Page

RULE = Rule(
    "R072",
    "height-fixed",
    Severity.WARNING,
    page="""\
A style gives a box of text a height of its own.

Why it matters
    The reader's larger text does not fit any more: it is cut off, or runs over what follows. On a
    small screen the box may not fit the page at all.
Bad
    .note { height: 120px; }
Good
    .note { min-height: 4em; }
Reference
    WCAG 2.2, 1.4.12 Text Spacing: https://www.w3.org/TR/WCAG22/#text-spacing
""",
    criterion=Criterion("WCAG 1.4.12", "AA"),
)

_NAMES = frozenset({"height", "max-height", "block-size"})
_LENGTH = re.compile(r"(\d*\.?\d+)(?:px|pt|pc|cm|mm|in|em|rem|ex|ch|vh|vw|%)", re.IGNORECASE)
_PICTURES = re.compile(
    r"^(?:img|svg|image|video|audio|object|iframe|canvas|hr|html|body|rt|figure)(?![\w-])"
    r"|@|::?(?:before|after)|(?:img|image|picture|photo|figure|cover|icon|logo|rule|ornament|spacer)",
    re.IGNORECASE,
)


def height_fixed(page: Page) -> Iterator[Diagnostic]:
    """Every fixed height where the text flows, but of pictures, rules and the page itself."""
    if not page.styles_flow:
        return
    for ruleset, start in page.rulesets:
        if not ruleset.selectors or _has_no_text(ruleset.selectors):
            continue
        for each in ruleset.declarations:
            found = _LENGTH.fullmatch(each.value) if each.name in _NAMES else None
            if found is not None and float(found[1]) != 0:
                yield RULE.at(
                    page.in_sheet(start, each.line, each.column),
                    f"{each.name}: {each.value} of {ruleset.selectors} cuts off larger text",
                    "leave the height to the text, or set min-height in em",
                )


def _has_no_text(selectors: str) -> bool:
    """Whether all that is selected is a picture, a line, or a box named after one."""
    return all(_PICTURES.search(part.rpartition(" ")[2]) for part in selectors.split(","))
