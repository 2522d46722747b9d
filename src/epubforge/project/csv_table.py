"""A table in CSV, from whatever program, turned into cells that know their places."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from epubforge.diagnostics import Outcome, Rule, Severity
from epubforge.project.errors import MistakeError
from epubforge.project.reading import decoded
from epubforge.project.toml_places import Extent
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

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_SEPARATOR = re.compile(r"sep=([,;\t])[,;\t]*\n", re.IGNORECASE)
"""The first line by which Excel is told what parts the cells."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """How a text lies in a file: the encoding's name in Python's words, and the mark before it."""

    name: str = "utf-8"
    mark: bytes = b""

    def text(self, data: bytes) -> str:
        """The text of a file's bytes; what is none in this encoding becomes U+FFFD."""
        return data[len(self.mark) :].decode(self.name, "replace")

    def data(self, text: str) -> bytes:
        """The file's bytes. Raises UnicodeEncodeError for a letter that the encoding lacks."""
        return self.mark + text.encode(self.name)


@dataclass(frozen=True, slots=True)
class CsvRow:
    """A row: its cells' texts, and where it and they stand, their quotes among them."""

    cells: tuple[str, ...]
    extent: Extent
    places: tuple[Extent, ...]


@dataclass(frozen=True, slots=True)
class CsvTable:
    """A table: its first row with the heads of the columns, and the others that say something."""

    source: SourceFile
    encoding: Encoding
    delimiter: str
    head: CsvRow
    rows: tuple[CsvRow, ...]

    def span(self, extent: Extent) -> Span:
        """A stretch of the table's text."""
        return self.source.span(*extent)


def read_table(name: str, data: bytes, known: Iterable[str]) -> Outcome[CsvTable | None]:
    """The table; None, and a finding, where it is no CSV or has no row.

    Commas, semicolons and tabs part the cells, whichever makes most of the known heads. UTF-8,
    UTF-16 with or without a mark, Windows-1252 and MacRoman are read, and any line ends.
    """
    encoding = encoding_of(data)
    text = decoded(name, encoding.text(data).encode("utf-8", "replace"))
    source = text.value
    start, delimiter = _beginning(source.text, frozenset(known))
    try:
        rows = [row for row in _rows(source, start, delimiter) if any(map(str.strip, row.cells))]
    except MistakeError as mistake:
        return Outcome(None, (*text.found, mistake.diagnostic))
    if not rows:
        return Outcome(None, text.found)
    return Outcome(CsvTable(source, encoding, delimiter, rows[0], tuple(rows[1:])), text.found)


def encoding_of(data: bytes) -> Encoding:
    """The encoding of a table, told by its mark, else by its bytes."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return Encoding(name, mark)
    head = data[:4000]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) * 4 > len(head) > 1:
        return Encoding("utf-16-be" if even > odd else "utf-16-le")
    from epubforge.codec.inscription.letters import likely_encoding

    return Encoding(likely_encoding(data))


def squeezed(head: str) -> str:
    """A head as it is compared: without regard to case, blanks, hyphens and underscores."""
    return re.sub(r"[\s_.\-]+", "", head.strip().casefold())


def _beginning(text: str, known: frozenset[str]) -> tuple[int, str]:
    """Where the heads begin, and what parts them."""
    blank = re.match(r"(?:[ ]*\n)*", text)
    start = blank.end() if blank else 0
    told = _SEPARATOR.match(text, start)
    if told:
        return told.end(), told[1]
    first = re.compile(r"[^\n]*").match(text, start)
    line = first[0] if first else ""

    def fits(sign: str) -> tuple[int, int]:
        heads = [squeezed(head.strip(' "')) for head in line.split(sign)]
        return (sum(head in known for head in heads), len(heads))

    return start, max(",;\t", key=fits)


def _rows(source: SourceFile, start: int, delimiter: str) -> Iterator[CsvRow]:
    import csv  # few projects have a table of this kind

    lines = re.findall(r"[^\n]*\n|[^\n]+", source.text[start:])
    starts = [start]
    for line in lines:
        starts.append(starts[-1] + len(line))
    reader = csv.reader(lines, delimiter=delimiter, strict=True, skipinitialspace=True)
    before = 0
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise _broken(source.span(starts[before], starts[reader.line_num]), error) from None
        if cells is None:
            return
        last = starts[reader.line_num]
        extent = (starts[before], last - (source.text[last - 1 : last] == "\n"))
        before = reader.line_num
        places = tuple(_cell_places(source.text, extent, delimiter))
        fits = len(places) == len(cells)
        yield CsvRow(tuple(cells), extent, places if fits else (extent,) * len(cells))


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
