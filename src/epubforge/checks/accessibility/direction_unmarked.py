"""A048: text that runs from right to left, in a page that runs the other way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from epubforge.diagnostics import Criterion, Diagnostic, Rule, Severity
from epubforge.finished.nearest import Nearest
from epubforge.finished.page import Page

RULE = Rule(
    "A048",
    "direction-unmarked",
    Severity.WARNING,
    page="""\
Text in Hebrew, Arabic or another script that runs from right to left stands in a page that does not
say so.

Why it matters
    Full stops, brackets, numbers and lists come out on the wrong side, and the lines begin at the
    wrong edge: the text can hardly be read. Stylesheets may be switched off; the attribute holds.
Bad
    <html lang="he" xml:lang="he">
Good
    <html lang="he" xml:lang="he" dir="rtl">
Reference
    WCAG 2.2, 1.3.2 Meaningful Sequence: https://www.w3.org/TR/WCAG22/#meaningful-sequence
    W3C, Structural markup and right-to-left text: https://www.w3.org/International/questions/qa-html-dir
""",
    criterion=Criterion("WCAG 1.3.2", "A"),
)


_NO_LEADS = bytes({*range(0xD6), *range(0xE1, 0xEF), *range(0xF0, 256)})
"""All bytes but those that letters of these scripts begin with in UTF-8."""
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_LETTER = re.compile(r"[^\W\d_]")
_LEAST = 20
"""Letters of a block: fewer look right either way."""


def direction_unmarked(page: Page) -> Iterator[Diagnostic]:
    """The first block of a page that is mostly in such a script, if nothing around it has dir."""
    if not page.is_html or len(page.document.content.translate(None, _NO_LEADS)) < _LEAST:
        return
    directions: Nearest[bool] = Nearest(lambda element: "dir" in element.attributes or None)
    wrong = [b for b in page.blocks if _is_rtl(b.text) and not directions.of(b.element)]
    if wrong:
        count = len(wrong)
        what = "a block of text runs" if count == 1 else f"{count} blocks of text run"
        message = f"{what} from right to left, and the page does not say so"
        yield RULE.at(page.at(wrong[0].element), message, 'write dir="rtl" in its html element')


def _is_rtl(text: str) -> bool:
    count = len(_RIGHT_TO_LEFT.findall(text))
    return count >= _LEAST and count * 2 > len(_LETTER.findall(text))
