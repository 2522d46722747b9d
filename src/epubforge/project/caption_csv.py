"""A caption table in CSV turned into the same values and places that one in TOML has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from epubforge.diagnostics import Diagnostic, Outcome, Rule, Severity
from epubforge.project.errors import MistakeError
from epubforge.project.natural import nfc
from epubforge.project.reading import decoded
from epubforge.project.toml_file import TomlFile
from epubforge.project.toml_places import Extent, Places, TomlPlace
from epubforge.source import SourceFile, Span

BROKEN_CAPTION_TABLE = Rule(
    "P029",
    "broken-caption-table",
    Severity.ERROR,
    """A table of captions in CSV cannot be understood.

Why it matters
    Captions would stand below the wrong pictures, or get lost.
Bad
    001.jpg,Plate 1
Good
    file,caption
    001.jpg,Plate 1
""",
    blocking=True,
    configuration=True,
)

_YES = frozenset({"1", "x", "yes", "y", "true"})
_NO = frozenset({"", "0", "no", "n", "false"})


@dataclass(frozen=True, slots=True)
class _Row:
    cells: list[str]
    extent: Extent
    places: tuple[Extent, ...]
    """Of each cell, its quotes among it."""


def read_csv(name: str, data: bytes, columns: list[str]) -> Outcome[TomlFile | None]:
    """The rows as `[[picture]]` tables; columns are known by their heads, in any case and order.

    Commas, semicolons and tabs part the cells; UTF-8 with or without BOM, UTF-16 and
    Windows-1252 are read. Several people stand in one cell with semicolons between them.
    """
    text = decoded(nfc(name), _as_utf8(data))
    source = text.value
    delimiter = _delimiter(source.text, columns)
    try:
        rows = [row for row in _rows(source, delimiter) if any(map(str.strip, row.cells))]
    except MistakeError as mistake:
        return Outcome(None, (*text.found, mistake.diagnostic))
    if not rows or "file" not in (heads := [cell.strip().casefold() for cell in rows[0].cells]):
        return Outcome(None, (*text.found, _no_heads(source, columns)))
    places = Places()
    found = list(text.found)
    pictures: list[dict[str, object]] = []
    for row in rows[1:]:
        if any(cell.strip() for cell in row.cells[len(heads) :]):
            found.append(_too_many(source, row, len(heads)))
        _place(places, row, rows[0], len(pictures), heads)
        pictures.append(_picture(row, heads))
    return Outcome(TomlFile(source, {"picture": pictures}, places), tuple(found))


def _as_utf8(data: bytes) -> bytes:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace").encode()
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace").encode()
    return data


def _delimiter(text: str, columns: list[str]) -> str:
    """The sign that parts the first line into most of the heads that are known."""

    def known(sign: str) -> tuple[int, int]:
        heads = [head.strip(' "').casefold() for head in _first_line(text).split(sign)]
        return (sum(head in columns for head in heads), len(heads))

    return max(",;\t", key=known)


def _first_line(text: str) -> str:
    found = re.match(r"(?:\s*\n|sep=[^\n]*\n)*([^\n]*)", text)
    return found[1] if found else ""


def _rows(source: SourceFile, delimiter: str) -> Iterator[_Row]:
    lines = re.findall(r"[^\n]*\n|[^\n]+", source.text)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    import csv  # few projects have a table of this kind

    reader = csv.reader(lines, delimiter=delimiter, strict=True, skipinitialspace=True)
    before = 0
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise _broken(source.span(starts[before], starts[reader.line_num]), error) from None
        if cells is None:
            return
        extent = (starts[before], len(source.text[: starts[reader.line_num]].rstrip("\n")))
        before = reader.line_num
        if cells and not cells[0].startswith("sep="):
            places = tuple(_cell_places(source.text, extent, delimiter))
            fits = len(places) == len(cells)
            yield _Row(cells, extent, places if fits else (extent,) * len(cells))


def _cell_places(text: str, row: Extent, delimiter: str) -> Iterator[Extent]:
    """Where each cell of a sound row stands: in quotes, or up to the next separator."""
    cell = re.compile(rf'[ ]*("(?:[^"]|"")*"|[^{delimiter}\n]*)')
    start, end = row
    while found := cell.match(text, start, end):
        yield (found.start(1), found.start(1) + len(found[1].rstrip()))
        start = found.end() + 1
        if text[found.end() : start] != delimiter or start > end:
            return


def _broken(row: Span, error: Exception) -> MistakeError:
    said, hint = "this row is no CSV", "write it as your spreadsheet saves it"
    if "end of data" in str(error):
        said, hint = "a text in quotes is not closed", "put the closing quotes"
    elif "expected after" in str(error):
        said = "a text goes on behind its closing quotes"
        hint = 'double the quotes inside a text: "a ""quoted"" word"'
    elif "field larger" in str(error):
        said, hint = "a cell is too long", "see whether quotes before it are not closed"
    end = len(row.source.text[: row.end].rstrip("\n"))
    place = row.source.span(row.start, max(row.start, end))
    return MistakeError(BROKEN_CAPTION_TABLE.at(place, said, hint))


def _picture(row: _Row, heads: list[str]) -> dict[str, object]:
    cells = {head: cell.strip() for head, cell in zip(heads, row.cells, strict=False) if head}
    values: dict[str, object] = {name: cell for name, cell in cells.items() if cell}
    if "decorative" in cells:
        values["decorative"] = _flag(cells["decorative"])
    if cells.get("people"):
        values["people"] = _names(cells["people"])
    if cells.get("withheld"):
        said = _flag(cells["withheld"])
        values["withheld"] = said if isinstance(said, bool) else _names(cells["withheld"])
    return values


def _names(cell: str) -> list[str]:
    return [name.strip() for name in cell.split(";") if name.strip()]


def _flag(cell: str) -> object:
    word = cell.casefold()
    if word in _YES:
        return True
    return False if word in _NO else cell


def _place(places: Places, row: _Row, head: _Row, number: int, heads: list[str]) -> None:
    places.found["picture", number] = TomlPlace(row.extent, row.extent)
    for at, name in enumerate(heads):
        value = row.places[at] if at < len(row.places) else row.extent
        places.found["picture", number, name] = TomlPlace(head.places[at], value)


def _no_heads(source: SourceFile, columns: list[str]) -> Diagnostic:
    message = f"{source.path} has no column file in its first line"
    hint = f"name the columns in the first line; known are {', '.join(columns)}"
    return BROKEN_CAPTION_TABLE.at(source.line_span(1), message, hint)


def _too_many(source: SourceFile, row: _Row, count: int) -> Diagnostic:
    message = f"this row has {len(row.cells)} cells, but there are {count} columns"
    hint = "put a text that holds the separator in quotes"
    return BROKEN_CAPTION_TABLE.at(source.span(*row.extent), message, hint)
