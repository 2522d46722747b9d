"""Plates' texts put into a caption table in CSV, in its own dialect and encoding."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from epubforge.descriptions.row import Texts
from epubforge.diagnostics import Replacement
from epubforge.project.caption_csv import heads_of
from epubforge.project.captions import ROW
from epubforge.project.csv_table import CsvRow, CsvTable

Cells = Mapping[str, str]
"""Texts by the names of their columns."""

_NAMES = tuple(key.name for key in ROW.keys)


def changed(
    table: CsvTable, changes: Mapping[int, Cells], new: Sequence[tuple[str, Cells]]
) -> tuple[Replacement, ...]:
    """The replacements for rows that begin at these offsets, and for rows that are new.

    A column that is missing is put behind the last one, in the head and in every row.
    """
    heads = list(heads_of(table, _NAMES))
    wishes = [*changes.values(), *(cells for _, cells in new)]
    added = [name for name in _NAMES if name not in heads and any(name in wish for wish in wishes)]
    made = [_behind(table, table.head, added)] if added else []
    for row in table.rows:
        wish = changes.get(row.extent[0], {})
        made += _in_row(table, row, heads, wish)
        behind = [wish.get(name, "") for name in (*heads[len(row.cells) :], *added)]
        if added or any(behind):
            made.append(_behind(table, row, behind))
    columns = [*heads, *added]
    lines = [[{"file": file, **cells}.get(name, "") for name in columns] for file, cells in new]
    if lines:
        made.append(_at_end(table, lines))
    return tuple(each for each in made if each.text or each.span.end > each.span.start)


def cells_of(before: Texts, wanted: Texts) -> Cells:
    """What changes in a row where its descriptions do."""
    found: dict[str, str] = {}
    if before.alt != wanted.alt:
        found["alt"] = wanted.alt
    if before.decorative != wanted.decorative:
        found["decorative"] = "yes" if wanted.decorative else ""
    if before.longdesc != wanted.longdesc:
        found["longdesc"] = wanted.longdesc
    return found


def _in_row(table: CsvTable, row: CsvRow, heads: Sequence[str], wish: Cells) -> list[Replacement]:
    made = []
    for name, text in wish.items():
        if name in heads and (at := heads.index(name)) < len(row.cells):
            made.append(Replacement(table.span(row.places[at]), _quoted(table, text)))
    return made


def _behind(table: CsvTable, row: CsvRow, cells: Sequence[str]) -> Replacement:
    text = "".join(f"{table.delimiter}{_quoted(table, cell)}" for cell in cells)
    return Replacement(table.source.span(row.extent[1]), text)


def _at_end(table: CsvTable, lines: Sequence[Sequence[str]]) -> Replacement:
    text = table.source.text
    before = "" if text.endswith("\n") or not text else "\n"
    rows = (table.delimiter.join(_quoted(table, cell) for cell in line) for line in lines)
    return Replacement(table.source.span(len(text)), before + "".join(f"{row}\n" for row in rows))


def _quoted(table: CsvTable, text: str) -> str:
    cell = io.StringIO()
    csv.writer(cell, delimiter=table.delimiter, lineterminator="").writerow([text, ""])
    return cell.getvalue()[:-1]
