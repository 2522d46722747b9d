"""The tables of a page as rows of cells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from epubforge.finished.page import Page
from epubforge.finished.spoken import is_hidden, is_presentation
from epubforge.tree.document import Element

_CELLS = frozenset({"td", "th"})
_GROUPS = frozenset({"thead", "tbody", "tfoot"})
_NUMBER = re.compile(r"[^\w]*\d[\d\s.,:/%‰°+−–-]*\s*\w{0,3}\.?%?\Z")


@dataclass
class Grid:
    """A table; what stands in tables inside it is not its own."""

    table: Element
    rows: list[list[Element]]
    is_layout: bool
    """It says that it is no table, or is kept from those who listen."""

    @property
    def all(self) -> list[Element]:
        """Its cells."""
        return [cell for row in self.rows for cell in row]

    @cached_property
    def headers(self) -> list[Element]:
        """Its header cells."""
        return [cell for cell in self.all if cell.local == "th"]

    @property
    def columns(self) -> int:
        """The cells of its longest row."""
        return max(map(len, self.rows), default=0)

    @property
    def has_caption(self) -> bool:
        """Whether it says what it is about."""
        return any(each.local == "caption" for each in self.table.children())

    @property
    def has_head(self) -> bool:
        """Whether it parts its head from its body."""
        return any(each.local == "thead" for each in self.table.children())

    @staticmethod
    def is_number(cell: Element) -> bool:
        """Whether a cell holds a number, with its unit perhaps."""
        return bool(_NUMBER.match(cell.text().strip()[:40]))


def grids(page: Page) -> list[Grid]:
    """All tables of a page, also those in others."""
    return [
        Grid(table, _rows(table), is_presentation(table) or is_hidden(page, table))
        for table in page.document.html("table")
    ]


def _rows(table: Element) -> list[list[Element]]:
    found: list[list[Element]] = []
    for each in table.children():
        lines = each.children() if each.local in _GROUPS else (each,)
        for line in lines:
            if line.local == "tr":
                found.append([cell for cell in line.children() if cell.local in _CELLS])
    return found
