"""A sheet of descriptions as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from epubforge.descriptions.formulas import guarded, unguarded
from epubforge.descriptions.sheet import HEADS, Answer, SheetError, answers
from epubforge.project.csv_table import read_table


def written(sheet: Sequence[Sequence[str]]) -> bytes:
    """The file: UTF-8 with a mark, by which spreadsheets know it; no cell is a formula."""
    text = io.StringIO()
    csv.writer(text).writerows([guarded(cell) for cell in row] for row in sheet)
    return text.getvalue().encode("utf-8-sig")


def read(name: str, data: bytes) -> list[Answer]:
    """The answers of a file, in whatever way a spreadsheet saved it.

    Raises SheetError where it is no CSV, or not a sheet of ours.
    """
    read = read_table(name, data, HEADS)
    table = read.value
    if table is None:
        raise SheetError(f"cannot be read: {read.found[0].message}" if read.found else "is empty")
    rows = [table.head, *table.rows]
    cells = [[unguarded(cell.strip()) for cell in row.cells] for row in rows]
    return answers(cells, [table.span(row.extent) for row in rows])
