"""Indexes as EPUB Indexes 1.0 has them: which pages are some, and what is wrong with them.

https://idpf.org/epub/idx/#sec-index-content-model
"""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.finished.page import Page
from epubforge.tree.document import Element
from epubforge.tree.names import EPUB_TYPE, XHTML

_SECTIONS = frozenset({"section", "article", "aside", "nav"})
_ANY_OF = frozenset(
    """index-entry-list index-editor-note index-locator-list index-locator index-locator-range
    index-xref-preferred index-xref-related""".split()
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def is_index(page: Page) -> bool:
    """Whether the package says that a page is an index, or part of one."""
    package = page.package
    if "index" in page.item.properties or ("index" in package.types and page.step is not None):
        return not page.is_navigation
    return page.path in package.indexes


def index_faults(page: Page) -> Iterator[tuple[Element, str]]:
    """Each element that is wrong, and why."""
    found = page.of_type("index")
    if not found:
        root = page.document.root
        if root is not None:
            yield root, "the page says that it is an index, and holds none"
        return
    for element in found:
        yield from _of_index(element)
    for element in page.of_type("index-group"):
        lists = [e for e in _meaningful(element, "ul") if e.local == "ul"]
        if element.local not in _SECTIONS or len(lists) != 1:
            yield element, "an index group is a section with one list"
    for index in found:
        for element in index.descendants():
            if element.name == f"{XHTML} li" and _is_entry_list(element.parent):
                yield from _of_entry(element)


def _of_index(element: Element) -> Iterator[tuple[Element, str]]:
    if element.local not in _SECTIONS | {"body"}:
        yield element, "an index is the body or a section"
    inner = _meaningful(element, "ul")
    if sum(1 for e in inner if e.local in _HEADINGS) > 1:
        yield element, "an index has one heading at most"
    lists = [e for e in inner if e.local == "ul" or "index-entry-list" in e.tokens(EPUB_TYPE)]
    groups = [e for e in inner if "index-group" in e.tokens(EPUB_TYPE)]
    if (groups and lists) or (not groups and len(lists) != 1):
        yield element, "an index holds one list of entries, or groups"


def _of_entry(element: Element) -> Iterator[tuple[Element, str]]:
    inner = [(e, set(e.tokens(EPUB_TYPE))) for e in _meaningful(element, "li")]
    terms = [
        1
        for _, meanings in inner
        if "index-term" in meanings
        and not meanings & {"index-xref-related", "index-xref-preferred"}
    ]
    if len(terms) != 1:
        yield element, "an entry has one index-term"
    is_list = [e.local == "ul" and not meanings for e, meanings in inner]
    if not any(is_list) and not any(meanings & _ANY_OF for _, meanings in inner):
        yield element, "an entry has locators, a reference to another, or entries of its own"


def _is_entry_list(element: Element | None) -> bool:
    if element is None or element.name != f"{XHTML} ul":
        return False
    if "index-entry-list" in element.tokens(EPUB_TYPE):
        return True
    around = [set(e.tokens(EPUB_TYPE)) for e in element.ancestors()]
    return EPUB_TYPE not in element.attributes and not any(
        m & {"index-headnotes", "index-legend"} for m in around
    )


def _meaningful(element: Element, stop: str) -> list[Element]:
    """The descendants that belong to it directly: no other meaning and no such list is between."""
    found: list[Element] = []
    waiting = list(reversed(list(element.children())))
    while waiting:
        each = waiting.pop()
        found.append(each)
        if EPUB_TYPE not in each.attributes and each.local != stop:
            waiting += reversed(list(each.children()))
    return found
