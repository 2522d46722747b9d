"""A060: a table that says that it is none, and that it is one."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Criterion, Diagnostic, Rule, Severity
from epubforge.finished.grid import grids
from epubforge.finished.page import Page
from epubforge.finished.spoken import is_presentation

RULE = Rule(
    "A060",
    "layout-table-with-headers",
    Severity.WARNING,
    page="""\
A table is marked as layout (role presentation) and has a caption or header cells.

Why it matters
    The role takes away what the caption and the headers say: who listens hears loose words. Either
    it is a table of data, or its parts mean nothing.
Bad
    <table role="presentation"><tr><th>Tap</th><th>Drops</th></tr>
Good
    <table><tr><th scope="col">Tap</th><th scope="col">Drops</th></tr>
Reference
    WCAG 2.2, failure F46: https://www.w3.org/WAI/WCAG22/Techniques/failures/F46
""",
    criterion=Criterion("WCAG 1.3.1", "A"),
)


def layout_table_with_headers(page: Page) -> Iterator[Diagnostic]:
    """Such tables; an empty caption or header cell counts as well."""
    for grid in grids(page):
        if is_presentation(grid.table) and (grid.headers or grid.has_caption):
            what = "header cells" if grid.headers else "a caption"
            message = f"the table is marked as layout, and has {what}"
            hint = "take away the role if it is a table of data, else write td and no caption"
            yield RULE.at(page.at(grid.table), message, hint)
