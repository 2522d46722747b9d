"""A065: links of one page that are called the same and lead elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.checks.words import quoted
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.nearest import Nearest
from epubforge.finished.page import Page
from epubforge.finished.semantics import meanings
from epubforge.finished.spoken import is_hidden
from epubforge.finished.url import resolve
from epubforge.tree.document import Element

RULE = Rule(
    "A065",
    "link-text-repeated",
    Severity.NOTE,
    page="""\
Two links of a page have the same words and lead to different places.

Why it matters
    Who listens may ask for the list of links, and hears "the record, the record, the record". Words
    around them, which tell them apart for the eye, are not in that list.
Bad
    [The record](3.md) and its year, [the record](4.md) and its words
Good
    [The record and its year](3.md), [the record and its words](4.md)
Reference
    WCAG 2.2, technique H30: https://www.w3.org/WAI/WCAG22/Techniques/html/H30
""",
)


_LEAST = 4
"""Letters: notes, pages and signs are told apart by where they stand."""
_BY_PLACE = frozenset(
    """noteref backlink biblioref glossref pagebreak index index-locator toc landmarks
    page-list""".split()
)
"""Links that stand in such things, or are such: their places say which is meant."""
_LISTED = frozenset({"li", "td", "th"})


def link_text_repeated(page: Page) -> Iterator[Diagnostic]:
    """The first link of each text that leads elsewhere than one before it."""
    by_place: Nearest[bool] = Nearest(_tells_by_place)
    first: dict[str, str] = {}
    said: set[str] = set()
    descriptions = _descriptions(page)
    for link, heard in page.links:
        href = link.get("href")
        if link.get("id") in descriptions or by_place.of(link):
            continue
        name = heard.casefold()
        if sum(map(str.isalpha, name)) < _LEAST or name in said or is_hidden(page, link):
            continue
        url = resolve(page.path, href)
        target = f"{url.resource}#{url.fragment or ''}"
        if first.setdefault(name, target) != target:
            said.add(name)
            message = f"{quoted(heard)} is the text of links to different places"
            yield RULE.at(page.at(link), message, "say in each what is there")


def _descriptions(page: Page) -> set[str]:
    """The ids of links to long descriptions: the pictures beside them say of what."""
    if b"aria-details" not in page.document.content:
        return set()
    return {each for e in page.document.elements for each in e.tokens("aria-details")}


def _tells_by_place(element: Element) -> bool | None:
    return element.local in _LISTED or not _BY_PLACE.isdisjoint(meanings(element)) or None
