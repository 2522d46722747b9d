"""A059: a header cell that names nothing."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.grid import grids
from epubforge.finished.page import Page
from epubforge.finished.spoken import name_of

RULE = Rule(
    "A059",
    "table-header-empty",
    Severity.NOTE,
    page="""\
A header cell is empty, and cells with text stand under it.

Why it matters
    Who listens hears each cell with the name of its column: of this one, nothing. In the corner
    between the two rows of headers an empty cell is well.
Bad
    <tr><th>Tap</th><th></th></tr>
    <tr><td>Left</td><td>1200</td></tr>
Good
    <tr><th>Tap</th><th>Drops</th></tr>
    <tr><td>Left</td><td>1200</td></tr>
Reference
    WAI tutorial on tables: https://www.w3.org/WAI/tutorials/tables/
""",
    ace=("empty-table-header",),
)


def table_header_empty(page: Page) -> Iterator[Diagnostic]:
    """Empty header cells; those of a head that is empty throughout once; corners are let pass."""
    for grid in grids(page):
        corner = grid.rows[0][0] if grid.rows and grid.rows[0] else None
        empty = [cell for cell in grid.headers if not name_of(page, cell)]
        if grid.is_layout or not empty:
            continue
        if len(empty) == len(grid.headers):
            hint = "write what stands in each column"
            yield RULE.at(page.at(empty[0]), "all header cells of the table are empty", hint)
            continue
        for cell in empty:
            if cell is not corner:
                hint = "write what stands in its column or row"
                yield RULE.at(page.at(cell), "a header cell of the table is empty", hint)
