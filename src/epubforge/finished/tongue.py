"""The language of a page as a whole: what it is said to be, and what it surely is."""

from __future__ import annotations

from collections import Counter

from epubforge.finished.page import Page
from epubforge.finished.passages import Passage
from epubforge.finished.spoken import language_of

_LEAST_BLOCKS = 4
_LEAST_LETTERS = 600
_SHARE = 0.7
"""Of the letters of a page that must be in another language."""


def language_instead(page: Page) -> Passage | None:
    """A passage that shows what a page is in, if most of it is not in the page's language.

    Only what the page as a whole says counts: parts that say their own are marked already.
    """
    found = page.tongues
    if not found.strays:
        return None
    tag = _said(page)
    own = [each for each in found.strays if each.is_block and each.said == tag]
    blocks, whole = found.read.get(tag, (0, 0))
    kinds: Counter[str] = Counter()
    for each in own:
        kinds[each.language or each.script or ""] += each.letters
    if blocks < _LEAST_BLOCKS or whole < _LEAST_LETTERS or not kinds:
        return None
    (kind, letters), *_ = kinds.most_common(1)
    if letters < _SHARE * whole:
        return None
    return next(each for each in own if kind in (each.language, each.script))


def _said(page: Page) -> str:
    body = next(iter(page.document.html("body")), page.document.root)
    return language_of(page, body) if body is not None else ""
