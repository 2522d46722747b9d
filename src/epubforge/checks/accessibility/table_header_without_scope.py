"""A061: header cells of a table in two directions that do not say in which they count."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.grid import Grid, grids
from epubforge.finished.page import Page

RULE = Rule(
    "A061",
    "table-header-without-scope",
    Severity.NOTE,
    page="""\
A table has headers for columns and for rows, or several rows of headers, and they do not say what
they are headers of.

Why it matters
    In a simple table reading systems guess rightly. Where headers stand on two sides, or over
    several columns, they guess, and some say the wrong name to each cell.
Bad
    <tr><th></th><th>Drops</th></tr>
    <tr><th>Left</th><td>1200</td></tr>
Good
    <tr><td></td><th scope="col">Drops</th></tr>
    <tr><th scope="row">Left</th><td>1200</td></tr>
Reference
    WCAG 2.2, technique H63: https://www.w3.org/WAI/WCAG22/Techniques/html/H63
""",
)


def table_header_without_scope(page: Page) -> Iterator[Diagnostic]:
    """The first such cell of a table, unless its cells name their headers themselves."""
    for grid in grids(page):
        if (
            grid.is_layout
            or not _is_complex(grid)
            or any("headers" in c.attributes for c in grid.all)
        ):
            continue
        bare = [c for c in grid.headers if "scope" not in c.attributes and c.text().strip()]
        if bare:
            message = (
                f"{len(bare)} of the {len(grid.headers)} header cells of the table have no scope"
            )
            hint = 'write scope="col" in those above columns, scope="row" in those before rows'
            yield RULE.at(page.at(bare[0]), message, hint)


def _is_complex(grid: Grid) -> bool:
    """Headers in the first row and below it."""
    above = [cell for cell in grid.rows[0] if cell.local == "th"] if grid.rows else []
    return len(above) > 1 and len(grid.headers) > len(above)
