"""A079: a raised number that nobody knows to be the call of a note."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.nearest import Nearest
from epubforge.finished.page import Page
from epubforge.finished.semantics import meanings
from epubforge.finished.spoken import has_text, said
from epubforge.tree.document import Element
from epubforge.tree.names import XHTML

RULE = Rule(
    "A079",
    "note-call-unmarked",
    Severity.NOTE,
    page="""\
A raised number or star is a link to a note, and does not say that it is one.

Why it matters
    Reading systems show notes over the text, and readers who listen may pass over their calls or
    hear them as such. A plain link tears them out of the chapter, and its name is "3".
Bad
    worked<a href="#n3"><sup>3</sup></a>
Good
    worked<a href="#n3" epub:type="noteref" role="doc-noteref">3</a>
Reference
    EPUB Accessibility Techniques 1.1: https://www.w3.org/TR/epub-a11y-tech-11/
    DAISY knowledge base, notes: https://kb.daisy.org/publishing/docs/html/notes.html
""",
)


_MOST = 30
"""Things in a block before a call that are looked at."""
_CALL = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡§¶]{1,3})[\])]?\Z")
_MARKED = frozenset({"noteref", "backlink", "biblioref", "referrer", "annoref", "glossref"})
_NOTES = frozenset(
    """footnote footnotes endnote endnotes rearnote rearnotes bibliography index toc page-list
    landmarks""".split()
)
_BLOCKS = frozenset(
    f"{XHTML} {n}" for n in "p li td th dd dt h1 h2 h3 h4 h5 h6 div section".split()
)


def note_call_unmarked(page: Page) -> Iterator[Diagnostic]:
    """The first of them in a page; what opens its paragraph is a note, not its call."""
    if not page.is_content3 or not page.document.html("sup"):
        return
    notes: Nearest[bool] = Nearest(lambda e: not _NOTES.isdisjoint(meanings(e)) or None)
    blocks: Nearest[Element] = Nearest(lambda e: e if e.name in _BLOCKS else None)
    raised = [each for each in page.document.html("a") if _is_call(each) and not notes.of(each)]
    calls = [each for each in raised if _stands_after_text(each, blocks.of(each))]
    if calls:
        count = f"{len(calls)} raised links call" if len(calls) > 1 else "a raised link calls"
        message = f"{count} a note and do not say so"
        hint = 'write epub:type="noteref" role="doc-noteref"; in Markdown, [^1]'
        yield RULE.at(page.at(calls[0]), message, hint)


def _is_call(link: Element) -> bool:
    if not link.get("href") or ":" in link.get("href") or not _is_raised(link):
        return False
    return bool(_CALL.match(said(link)[:9])) and _MARKED.isdisjoint(meanings(link))


def _is_raised(link: Element) -> bool:
    around = link.parent
    inner = [each for each in link.content if not isinstance(each, str) or each.strip()]
    is_sup = len(inner) == 1 and not isinstance(inner[0], str) and inner[0].local == "sup"
    return is_sup or (around is not None and around.local == "sup")


def _stands_after_text(link: Element, block: Element | None) -> bool:
    """Whether a text stands before it in its block."""
    inner = link
    for around in link.ancestors() if block is not None else ():
        for each in islice(around.content, _MOST):
            if each is inner:
                break
            if each.strip() if isinstance(each, str) else has_text(each):
                return True
        if around is block:
            return False
        inner = around
    return False
