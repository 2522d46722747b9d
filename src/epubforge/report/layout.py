"""Headings, pairs, tables and lists laid out on a screen of any width, in words of any origin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING, Literal

from epubforge.report.report import Screen
from epubforge.report.safe import printable, visible

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

Style = Literal["", "bold", "dim", "red", "green", "yellow", "cyan", "strike red", "bold green"]
_INDENT = 2
_NARROWEST_LABEL, _WIDEST_LABEL = 11, 24
"""Cells of the labels of pairs."""
_GAP, _NARROWEST_CELL = 2, 6
_MARKS = ("- ", "+ ")
"""What says that a line is gone, or new."""
_SPARE = str.maketrans({"·": "-", "–": "-", "…": "...", "×": "x", "→": "->", "−": "-", "•": "-"})
"""What stands for our own signs where an encoding has none of them."""
_COMMAND = re.compile(r"^((?:\x1b\[[\d;]*m|[ ])*):(?=:)", re.M)
"""What folding may bring to the beginning of a line, where build servers obey it."""
_TRAILING = re.compile(r"[ ]+((?:\x1b\[[\d;]*m)*)$", re.M)


@dataclass(frozen=True, slots=True)
class Said:
    """A piece of a line, and how it is shown."""

    text: str
    style: Style = ""


Line = str | Said | Sequence[str | Said]
"""What may stand in one place: a text, or pieces that are shown unlike."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    head: str = ""
    right: bool = False
    shrinks: bool = False
    """Where the table is too wide this column's texts are cut."""


class Layout:
    """A page that grows from top to bottom."""

    def __init__(self, screen: Screen) -> None:
        from rich.console import Console

        self._screen = screen
        self._out = StringIO()
        self._console = Console(
            file=self._out,
            width=screen.width,
            force_terminal=screen.color,
            color_system="standard" if screen.color else None,
            legacy_windows=False,
            highlight=False,
            markup=False,
            emoji=False,
            soft_wrap=False,
            _environ={},
        )

    def line(self, line: Line, indent: int = 0) -> None:
        """A line, folded where it is too long; what follows stands under its beginning."""
        self._show(self._hung(line), indent)

    def heading(self, words: str) -> None:
        """The title of what follows, after an empty line."""
        self._out.write("\n")
        self.line(Said(words, "bold"))

    def pairs(self, pairs: Iterable[tuple[str, Line]]) -> None:
        """Labels and what is said of them; under a label that is empty the one before goes on.

        A label that is wider than most stands on a line of its own, and widens no column.
        """
        table = self._grid((Column(), Column()))
        told = [(self._text(Said(label, "dim")), line) for label, line in pairs]
        usual = (label.cell_len for label, _ in told if label.cell_len <= _WIDEST_LABEL)
        table.columns[0].width = width = max(_NARROWEST_LABEL, *usual, 0)
        for label, line in told:
            if label.cell_len > width:
                table = self._after(table, width)
                self._show(label, _INDENT)
                label = self._text("")
            table.add_row(label, self._hung(line))
        self._show(table, _INDENT)

    def _after(self, table: Table, width: int) -> Table:
        """The pairs so far are shown; those that follow stand in columns as wide."""
        if table.row_count:
            self._show(table, _INDENT)
        following = self._grid((Column(), Column()))
        following.columns[0].width = width
        return following

    def numbered(self, number: str, line: Line, indent: int) -> None:
        """A line with its number before it."""
        table = self._grid((Column(right=True), Column()))
        table.columns[0].width = 4
        table.add_row(self._text(Said(number, "dim")), self._text(line))
        self._show(table, indent)

    def table(self, columns: Sequence[Column], rows: Iterable[Sequence[Line]]) -> None:
        """Rows under the heads of their columns; no heads where none is given."""
        heads = [[Said(column.head, "dim") for column in columns]]
        lines = [*(heads if any(column.head for column in columns) else []), *rows]
        cells = [[self._text(cell) for cell in line] for line in lines]
        table = self._grid(columns)
        for column, width in zip(table.columns, self._widths(columns, cells), strict=True):
            column.width = width
        for texts in cells:
            table.add_row(*texts)
        self._show(table, _INDENT)

    def _widths(self, columns: Sequence[Column], cells: Sequence[Sequence[Text]]) -> list[int]:
        """As wide as the longest cell; where that is too much the widest that may shrink do."""
        widths = [max((row[at].cell_len for row in cells), default=0) for at in range(len(columns))]
        room = self._screen.width - _INDENT - _GAP * (len(columns) - 1)
        shrinking = [at for at, column in enumerate(columns) if column.shrinks]
        while sum(widths) > room:
            widest = max(shrinking or range(len(widths)), key=widths.__getitem__)
            if widths[widest] <= _NARROWEST_CELL:
                break
            widths[widest] -= 1
        return widths

    def points(self, lines: Iterable[Line], indent: int = _INDENT) -> None:
        """A list of sentences."""
        table = self._grid((Column(), Column()), gap=1)
        for line in lines:
            table.add_row(self._text("•"), self._text(line))
        self._show(table, indent)

    @property
    def text(self) -> str:
        """The whole page; no line ends in blanks."""
        return _COMMAND.sub(r"\1\\x3a", _TRAILING.sub(r"\1", self._out.getvalue()))

    def _grid(self, columns: Sequence[Column], gap: int = _GAP) -> Table:
        from rich.table import Table

        table = Table.grid(padding=(0, gap, 0, 0))
        for column in columns:
            table.add_column(
                justify="right" if column.right else "left",
                no_wrap=column.right or column.shrinks,
                overflow="ellipsis" if column.shrinks else "fold",
            )
        return table

    def _show(self, shown: RenderableType, indent: int) -> None:
        from rich.padding import Padding

        self._console.print(Padding(shown, (0, 0, 0, indent)))

    def _hung(self, line: Line) -> RenderableType:
        """A line; where it begins with a mark, what is folded stands under its words."""
        text = self._text(line)
        if not text.plain.startswith(_MARKS):
            return text
        table = self._grid((Column(), Column()), gap=1)
        mark, words = text.divide([2])
        mark.rstrip()
        table.add_row(mark, words)
        return table

    def _text(self, line: Line) -> Text:
        from rich.text import Text

        pieces = [line] if isinstance(line, str | Said) else line
        text = Text()
        for piece in pieces:
            said = Said(piece) if isinstance(piece, str) else piece
            text.append(self._harmless(said.text), said.style or None)
        return text

    def _harmless(self, words: str) -> str:
        """The words as they can be shown: they steer nothing, and the encoding has them."""
        shown = visible(words) if words.strip() else words
        encoding = self._screen.encoding
        try:
            shown.encode(encoding)
        except (LookupError, UnicodeError):
            return printable(shown.translate(_SPARE), encoding)
        return shown
