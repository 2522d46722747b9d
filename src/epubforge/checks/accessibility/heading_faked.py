"""A063: bold lines that look like headings and are none."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.checks.words import quoted
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.nearest import Nearest
from epubforge.finished.page import Page
from epubforge.tree.document import Element
from epubforge.tree.names import XHTML

RULE = Rule(
    "A063",
    "heading-faked",
    Severity.NOTE,
    page="""\
Paragraphs that are one short bold line stand above running text: headings by their look only.

Why it matters
    Who listens goes from heading to heading, and passes these by; they are in no contents, and a
    program cannot show them as headings.
Bad
    **The night shift**

    They went down at ten.
Good
    ## The night shift

    They went down at ten.
Reference
    WCAG 2.2, failure F2: https://www.w3.org/WAI/WCAG22/Techniques/failures/F2
""",
    ace=("p-as-heading",),
)


_BOLD = frozenset({f"{XHTML} b", f"{XHTML} strong"})
_LONGEST = 60
_MOST_PARTS = 3
"""Of a paragraph: blanks, the bold line, blanks."""
_LEAST = 2
"""Of such lines on a page: one may be a cry, a signature, a name."""
_LEAST_TEXT = 80
"""Letters of the paragraph below: headings stand above running text."""
_ELSEWHERE = frozenset(
    f"{XHTML} {name}" for name in "blockquote td th li figure aside header footer nav dd".split()
)
_NO_CHAPTER = frozenset(
    "titlepage halftitlepage copyright-page colophon dedication epigraph cover imprint toc".split()
)
_CLOSING = (".", ",", ":", ";", "!", "?", "…", "”", "»", "“", '"')


def heading_faked(page: Page) -> Iterator[Diagnostic]:
    """Where two or more stand on a page; only those directly above a paragraph of some length."""
    if not page.is_html or any(t in _NO_CHAPTER for _, types in page.typed for t in types):
        return
    bold = [each for each in page.document.html("p") if _is_bold_line(each)]
    elsewhere: Nearest[bool] = Nearest(lambda element: element.name in _ELSEWHERE or None)
    found = [e for e in bold if not elsewhere.of(e) and _has_text_below(page, e)]
    if len(found) >= _LEAST:
        for each in found:
            message = f"{quoted(each.text())} looks like a heading, and is none"
            yield RULE.at(page.at(each), message, "make it a heading of its level: ##")


def _is_bold_line(paragraph: Element) -> bool:
    if len(paragraph.content) > _MOST_PARTS:
        return False
    inner = [each for each in paragraph.content if not isinstance(each, str) or each.strip()]
    if len(inner) != 1 or isinstance(inner[0], str) or inner[0].name not in _BOLD:
        return False
    text = inner[0].text().strip()
    return 0 < len(text) <= _LONGEST and not text.endswith(_CLOSING) and text[:1].isalnum()


def _has_text_below(page: Page, paragraph: Element) -> bool:
    after = paragraph.order + 1 + sum(1 for _ in paragraph.descendants())
    return any(
        each.parent is paragraph.parent
        and each.name == f"{XHTML} p"
        and len(each.text()) >= _LEAST_TEXT
        for each in page.document.elements[after : after + 1]
    )
