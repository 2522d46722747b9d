"""R056: a table of more columns than a small screen has room for."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.checks.shops import nothing, too_much
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.tree.document import Element

RULE = Rule(
    "R056",
    "table-too-wide",
    Severity.NOTE,
    page="""\
A table has more columns than a shop advises.

Why it matters
    On a telephone and on electronic paper five columns are narrower than the words in them: words
    are broken letter by letter, or the last columns are cut off.
Bad
    A table of nine columns
Good
    Two tables, or a list for each row
Reference
    Kobo, github.com/kobolabs/epub-spec, "Tables": more than four columns may not be readable
    (read 2026-11-23, advice)
""",
)
_MOST = 1000


def table_too_wide(page: Page) -> Iterator[Diagnostic]:
    """Tables in pages that flow."""
    if page.is_fixed or not page.book.shops:
        return
    for table in page.document.html("table"):
        columns = max((_columns(row) for row in _rows(table)), default=0)
        verdict = too_much(
            page.book.shops, columns, nothing, lambda shop: shop.book.table_columns,
            lambda most: f"{most} columns",
        )  # fmt: skip
        if verdict is not None:
            yield RULE.at(
                page.at(table),
                f"the table has {columns} columns; {verdict.words}",
                "turn it round, divide it, or make a list of it",
            )


def _rows(table: Element) -> Iterator[Element]:
    for child in table.children():
        if child.local == "tr":
            yield child
        elif child.local in {"thead", "tbody", "tfoot"}:
            yield from (each for each in child.children() if each.local == "tr")


def _columns(row: Element) -> int:
    cells = (each for each in row.children() if each.local in {"td", "th"})
    return sum(_span(cell.get("colspan").strip()) for cell in cells)


def _span(said: str) -> int:
    return min(int(said), _MOST) if said.isascii() and said.isdigit() and len(said) < 5 else 1
