"""A caption table in CSV turned into the same values and places that one in TOML has."""

from __future__ import annotations

from collections.abc import Sequence

from epubforge.diagnostics import Diagnostic, Outcome
from epubforge.project.csv_table import (
    BROKEN_CAPTION_TABLE,
    CsvRow,
    CsvTable,
    read_table,
    squeezed,
)
from epubforge.project.natural import nfc
from epubforge.project.toml_file import TomlFile
from epubforge.project.toml_places import Places, TomlPlace
from epubforge.source import SourceFile

_SAME = {
    "filename": "file", "alttext": "alt", "alternativetext": "alt", "longdescription": "longdesc",
    "extendeddescription": "longdesc", "copyright": "rights",
}  # fmt: skip
"""Other words for the heads, as programs for pictures call them; squeezed."""
_YES = frozenset("1 x yes y true ✓ ✔ ja j wahr oui vrai si sí sì vero verdadero sim да истина так "
                 "tak prawda".split())  # fmt: skip
"""As people tick, and as spreadsheets save what is true."""
_NO = frozenset("0 - no n false nein falsch non faux não нет ложь ні nie fałsz".split())
_LISTS = ("people", "withheld")


def read_csv(name: str, data: bytes, columns: Sequence[str]) -> Outcome[TomlFile | None]:
    """The rows as `[[picture]]` tables; columns are known by their heads, in any case and order.

    An empty cell says nothing. Several people stand in one cell with semicolons between them.
    """
    read = read_table(nfc(name), data, (*columns, *_SAME))
    table = read.value
    heads = heads_of(table, columns) if table else ()
    if table is None or "file" not in heads:
        source = table.source if table else SourceFile(nfc(name), "")
        missing = () if read.found else (_no_heads(source, columns),)
        return Outcome(None, (*read.found, *missing))
    places = Places()
    found = [*read.found, *_heads_twice(table, heads)]
    pictures: list[dict[str, object]] = []
    for row in table.rows:
        if any(cell.strip() for cell in row.cells[len(heads) :]):
            found.append(_too_many(table, row, len(heads)))
        _place(places, row, table.head, len(pictures), heads)
        pictures.append(_picture(row, heads))
    return Outcome(TomlFile(table.source, {"picture": pictures}, places), tuple(found))


def heads_of(table: CsvTable, columns: Sequence[str]) -> tuple[str, ...]:
    """The name of each column: the table's own word where it is none that is known."""
    names: list[str] = []
    for cell in table.head.cells:
        head = squeezed(cell)
        name = head if head in columns else _SAME.get(head, cell.strip())
        names.append(name)
    return tuple(names)


def _picture(row: CsvRow, heads: Sequence[str]) -> dict[str, object]:
    cells = {head: cell.strip() for head, cell in zip(heads, row.cells, strict=False) if head}
    values: dict[str, object] = {name: cell for name, cell in cells.items() if cell}
    for name in ("decorative", "withheld"):
        if name in values:
            values[name] = _flag(cells[name])
    for name in _LISTS:
        if isinstance(values.get(name), str):
            values[name] = [part.strip() for part in cells[name].split(";") if part.strip()]
    return values


def _flag(cell: str) -> object:
    word = cell.casefold()
    if word in _YES:
        return True
    return False if word in _NO else cell


def _place(places: Places, row: CsvRow, head: CsvRow, number: int, heads: Sequence[str]) -> None:
    places.found["picture", number] = TomlPlace(row.extent, row.extent)
    for at, name in enumerate(heads):
        value = row.places[at] if at < len(row.places) else row.extent
        places.found["picture", number, name] = TomlPlace(head.places[at], value)


def _heads_twice(table: CsvTable, heads: Sequence[str]) -> list[Diagnostic]:
    found = []
    for at, name in enumerate(heads):
        if name and name in heads[:at]:
            message = f"there are two columns {name}; the second counts"
            place = table.span(table.head.places[at])
            found.append(BROKEN_CAPTION_TABLE.at(place, message, "take one of the two out"))
    return found


def _no_heads(source: SourceFile, columns: Sequence[str]) -> Diagnostic:
    message = f"{source.path} has no column file in its first line"
    hint = f"name the columns in the first line; known are {', '.join(columns)}"
    return BROKEN_CAPTION_TABLE.at(source.line_span(1), message, hint)


def _too_many(table: CsvTable, row: CsvRow, count: int) -> Diagnostic:
    message = f"this row has {len(row.cells)} cells, but there are {count} columns"
    hint = "put a text that holds the separator in quotes"
    return BROKEN_CAPTION_TABLE.at(table.span(row.extent), message, hint)
