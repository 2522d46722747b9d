"""A105: words that stand in the styles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from epubforge.checks.words import quoted
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page

RULE = Rule(
    "A105",
    "text-in-style",
    Severity.NOTE,
    page="""\
A style puts words on the page that are not in the text.

Why it matters
    Search does not find them, they cannot be translated or marked, some reading systems do not
    show them, and not all screen readers say them.
Bad
    .note::before { content: "Note: "; }
Good
    The word in the text; in styles quotation marks and ornaments only.
Reference
    WCAG 2.2, 1.3.1, failure F87: https://www.w3.org/WAI/WCAG22/Techniques/failures/F87
""",
)

_STRING = re.compile(r"\"([^\"]*)\"|'([^']*)'")
_ESCAPE = re.compile(r"\\[0-9a-fA-F]{1,6} ?")
_WORD = re.compile(r"[^\W\d_]{2}")


def text_in_style(page: Page) -> Iterator[Diagnostic]:
    """Every content of ::before and ::after that holds a word of two letters or more."""
    for ruleset, start in page.rulesets:
        each = ruleset.last("content")
        if each is None or ("before" not in ruleset.selectors and "after" not in ruleset.selectors):
            continue
        said = " ".join(a or b for a, b in _STRING.findall(each.value))
        if _WORD.search(_ESCAPE.sub("", said)):
            yield RULE.at(
                page.in_sheet(start, each.line, each.column),
                f"{quoted(said)} stands in the styles and not in the text",
                "write it in the text",
            )
