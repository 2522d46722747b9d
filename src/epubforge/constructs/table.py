"""Tables as GFM has them: header cells that say what they head, alignment by class."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from markdown_it.common.utils import MD_TRIM_CHARS
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from epubforge.markdown.attributes import NONE, Attributes
from epubforge.markdown.block import BlockRule
from epubforge.markdown.construct import Body, Construct, Render
from epubforge.markdown.dialect import Dialect
from epubforge.markdown.spans import Places


def table_open(token: Token, out: Body) -> None:
    """A table, with its head and its body."""
    out.mark(token)
    out.features.add("table")
    out.write(f"<table{out.attributes(token)}>\n")


def row_open(token: Token, out: Body) -> None:
    """One row."""
    out.mark(token)
    out.write("<tr>\n")


def cell_open(token: Token, out: Body) -> None:
    """One cell; a header cell heads its column."""
    style = str(token.attrs.get("style", ""))
    aligned = f"align-{style.removeprefix('text-align:')}" if style else ""
    scope = ' scope="col"' if token.tag == "th" else ""
    extra = Attributes(classes=(aligned,)) if aligned else NONE
    out.write(f"<{token.tag}{scope}{out.attributes(token, extra)}>")


def _written(markup: str) -> Render:
    def write(_token: Token, out: Body) -> None:
        out.write(markup)

    return write


@dataclass(frozen=True, slots=True)
class _Cell:
    """Where a cell's content begins, and where backslashes before its pipes were taken out."""

    start: int
    removed: tuple[int, ...]

    def places(self) -> Places:
        known: Places = [(0, self.start)]
        for count, at in enumerate(self.removed, 1):
            known.append((at - self.start - count + 1, at + 1))
        return known


def _with_places(rule: BlockRule) -> BlockRule:
    def table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        made = len(state.tokens)
        if not rule(state, start, end, silent):
            return False
        row = -1
        cells: Iterator[_Cell] = iter(())
        for token in [] if silent else state.tokens[made:]:
            if token.type == "inline" and token.map is not None:
                if token.map[0] != row:
                    row = token.map[0]
                    cells = iter(_cells(state, row))
                cell = next(cells, None)
                token.meta["places"] = cell.places() if cell else [(0, state.eMarks[row])]
        return True

    return table


def _cells(state: StateBlock, line: int) -> list[_Cell]:
    """Where the cells of a row stand, cut as the parser cuts them."""
    start = state.bMarks[line] + state.tShift[line]
    text = state.src[start : state.eMarks[line]]
    start += len(text) - len(text.lstrip(MD_TRIM_CHARS))
    text = text.strip(MD_TRIM_CHARS)
    bounds = [-1, *(at for at, c in enumerate(text) if c == "|" and text[at - 1 : at] != "\\")]
    bounds.append(len(text))
    pairs = list(pairwise(bounds))
    if pairs and pairs[0][1] - pairs[0][0] == 1:
        pairs.pop(0)
    if pairs and pairs[-1][1] - pairs[-1][0] == 1:
        pairs.pop()
    return [_cell(text, before + 1, after, start) for before, after in pairs]


def _cell(text: str, first: int, last: int, offset: int) -> _Cell:
    content = text[first:last]
    lead = len(content) - len(content.lstrip(MD_TRIM_CHARS))
    removed = tuple(offset + at for at in range(first + lead, last) if text.startswith("\\|", at))
    return _Cell(offset + first + lead, removed)


def install(dialect: Dialect) -> None:
    """The parser's own rule; it keeps where each cell stands."""
    dialect.block.rules.wrap("table", _with_places)


CONSTRUCT = Construct(
    "table",
    install,
    {
        "table_open": table_open,
        "table_close": _written("</table>\n"),
        "thead_open": _written("<thead>\n"),
        "thead_close": _written("</thead>\n"),
        "tbody_open": _written("<tbody>\n"),
        "tbody_close": _written("</tbody>\n"),
        "tr_open": row_open,
        "tr_close": _written("</tr>\n"),
        "th_open": cell_open,
        "th_close": _written("</th>\n"),
        "td_open": cell_open,
        "td_close": _written("</td>\n"),
    },
)
