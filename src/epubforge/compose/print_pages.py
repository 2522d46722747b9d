"""The pages of the printed twin, over the whole book."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from epubforge.compose.places import Places, order_of_ids
from epubforge.compose.tree import ChapterNode
from epubforge.diagnostics import Reporter, Rule, Severity
from epubforge.model.book import PageMark
from epubforge.model.document import IndexTerm, PrintPage
from epubforge.source import position

REPEATED = Rule(
    "B014",
    "print-page-repeated",
    Severity.WARNING,
    """Two chapters mark the same page of the printed book.

Why it matters
    A reader who is told to go to page 24 comes to the first of the two, and it may be the wrong
    one. The list of pages shows both.
Bad
    {{page 24}} in the second chapter, and {{page 24}} in the third
Good
    {{page 24}} in the second chapter, and {{page 42}} in the third
Reference
    EPUB 3.3, page list https://www.w3.org/TR/epub-33/#sec-nav-pagelist
""",
)
OUT_OF_ORDER = Rule(
    "B015",
    "chapter-pages-out-of-order",
    Severity.WARNING,
    """A chapter begins with a page of the printed book that comes before one already marked.

Why it matters
    Either a number is wrong, or the chapters stand in another order than in print; readers with
    the printed book will not find the page that they are told of.
Bad
    {{page 52}} in the second chapter, and {{page 43}} in the third
Good
    {{page 42}} in the second chapter, and {{page 43}} in the third
""",
)

_ROMAN = re.compile(r"m*(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.IGNORECASE)
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def page_marks(nodes: Sequence[ChapterNode], places: Places, out: Reporter) -> tuple[PageMark, ...]:
    """All pages in reading order. Reports B014 and B015 between chapters.

    Within one chapter the same faults are found where the chapter is read.
    """
    seen: dict[str, PrintPage] = {}
    last: dict[bool, int] = {}
    marks: list[PageMark] = []
    for node in nodes:
        pages = node.document.outline.print_pages
        for page in pages:
            if page.label in seen:
                _report_repeated(page, seen[page.label], out)
            marks.append(PageMark(page.label, places.href(node, page.id)))
        _look_at_order(pages, last, out)
        seen = {page.label: page for page in pages} | seen
    return tuple(marks)


def page_of_terms(nodes: Sequence[ChapterNode]) -> dict[tuple[str, str], str]:
    """For each mark of the index, by chapter and id, the label of the print page it stands on."""
    found: dict[tuple[str, str], str] = {}
    label = ""
    for node in nodes:
        outline = node.document.outline
        if not outline.print_pages and not label:
            continue
        order = order_of_ids(node.document)
        marks: list[PrintPage | IndexTerm] = [*outline.print_pages, *outline.terms]
        for mark in sorted(marks, key=lambda mark: order.get(mark.id, 0)):
            if isinstance(mark, PrintPage):
                label = mark.label
            elif label:
                found[node.href, mark.id] = label
    return found


def _look_at_order(pages: Sequence[PrintPage], last: dict[bool, int], out: Reporter) -> None:
    """Roman numbers, of the front matter, are counted by themselves."""
    first_of_kind: set[bool] = set()
    for page, (is_roman, number) in _numbered(pages):
        if is_roman not in first_of_kind and number < last.get(is_roman, number):
            message = f"page {page.label} comes after a higher one of an earlier chapter"
            out.add(OUT_OF_ORDER.at(page.span, message, "mend the number, or the chapters' order"))
        first_of_kind.add(is_roman)
    for _, (is_roman, number) in _numbered(pages):
        last[is_roman] = max(number, last.get(is_roman, number))


def _numbered(pages: Sequence[PrintPage]) -> Iterator[tuple[PrintPage, tuple[bool, int]]]:
    for page in pages:
        if page.label.isascii() and page.label.isdigit():
            yield page, (False, int(page.label[:9]))
        elif _ROMAN.fullmatch(page.label) and page.label:
            yield page, (True, _roman(page.label.lower()))


def _roman(label: str) -> int:
    values = [_VALUES[letter] for letter in label]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))


def _report_repeated(page: PrintPage, first: PrintPage, out: Reporter) -> None:
    line = position(first.span.source, first.span.start).line
    out.add(
        REPEATED.at(
            page.span,
            f"page {page.label} is marked in {first.span.source.path}, line {line}, already",
            hint="look up which of the two is another page",
        )
    )
