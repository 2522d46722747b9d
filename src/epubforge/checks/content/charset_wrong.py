"""C129: charset wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page

RULE = Rule(
    "C129",
    "charset-wrong",
    Severity.ERROR,
    page="""\
A page says of itself that it is of another encoding or type than it must be, or says it twice.

Why it matters
    Programs that heed it show signs in place of letters.
Bad
    <meta http-equiv="content-type" content="text/html; charset=iso-8859-1"/>
Good
    <meta charset="utf-8"/>
Reference
    HTML, character encoding: https://html.spec.whatwg.org/multipage/semantics.html#charset
""",
    equivalent="RSC-005",
)


_RIGHT = re.compile(r"text/html;\s*charset=utf-8", re.I)


def charset_wrong(page: Page) -> Iterator[Diagnostic]:
    """The meta elements of a page of EPUB 3."""
    if not page.is_content3:
        return
    metas = page.document.html("meta")
    charsets = [each for each in metas if "charset" in each.attributes]
    for each in charsets[1:]:
        yield RULE.at(page.at(each), f"{page.path} says its encoding twice", "leave one of them")
    for each in metas:
        if each.get("http-equiv").lower() != "content-type":
            continue
        content = " ".join(each.get("content").split())
        if not _RIGHT.search(content):
            said = f"{page.path} says it is {content}"
            yield RULE.at(page.at(each), said, 'write <meta charset="utf-8"/>')
        if charsets:
            yield RULE.at(
                page.at(each), f"{page.path} says its encoding twice", "leave one of them"
            )
