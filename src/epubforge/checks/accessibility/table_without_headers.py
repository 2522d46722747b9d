"""A058: a table whose columns nobody names."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Criterion, Diagnostic, Rule, Severity
from epubforge.finished.grid import Grid, grids
from epubforge.finished.page import Page

RULE = Rule(
    "A058",
    "table-without-headers",
    Severity.WARNING,
    page="""\
A table of data has no header cells.

Why it matters
    Who listens moves from cell to cell and hears "1200": drops or litres, left tap or right? With
    header cells the reading system says it each time. Bold letters do not do that.
Bad
    <tr><td><b>Tap</b></td><td><b>Drops</b></td></tr>
    <tr><td>Left</td><td>1200</td></tr>
Good
    <tr><th scope="col">Tap</th><th scope="col">Drops</th></tr>
    <tr><th scope="row">Left</th><td>1200</td></tr>
Reference
    WCAG 2.2, 1.3.1 Info and Relationships: https://www.w3.org/TR/WCAG22/#info-and-relationships
    WAI tutorial on tables: https://www.w3.org/WAI/tutorials/tables/
""",
    ace=("td-has-header",),
    criterion=Criterion("WCAG 1.3.1", "A"),
)


_LEAST_ROWS, _LEAST_COLUMNS = 3, 2


def table_without_headers(page: Page) -> Iterator[Diagnostic]:
    """Tables that are surely no layout: they have a caption, a head, or mostly numbers."""
    for grid in grids(page):
        if grid.is_layout or grid.headers or any(c.get("role") in _HEADER_ROLES for c in grid.all):
            continue
        if _is_of_data(grid):
            hint = (
                'write the cells that name columns and rows as <th scope="col">, <th scope="row">'
            )
            yield RULE.at(page.at(grid.table), "the table has no header cells", hint)


_HEADER_ROLES = frozenset({"columnheader", "rowheader"})


def _is_of_data(grid: Grid) -> bool:
    if len(grid.rows) < 2 or grid.columns < _LEAST_COLUMNS:
        return False
    if grid.has_caption or grid.has_head:
        return True
    inner = [cell for row in grid.rows[1:] for cell in row[1:]]
    return len(grid.rows) >= _LEAST_ROWS and sum(map(grid.is_number, inner)) * 2 > len(inner)
